/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-network.h"

/**
 * sk_network_may_be_used:
 * @settings: the program's
 * @metered_key: the setting that allows it over a metered connection too
 *
 * Says whether something may be fetched that nobody asked for. The network monitor only hints at
 * when to try; whether there is a network, the request says.
 *
 * Returns: whether there seems to be a network that is free, or allowed
 */
gboolean
sk_network_may_be_used (GSettings  *settings,
                        const char *metered_key)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  return g_network_monitor_get_network_available (monitor) &&
         (!g_network_monitor_get_network_metered (monitor) ||
          g_settings_get_boolean (settings, metered_key));
}
