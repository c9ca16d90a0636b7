# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds as small as a test needs them."""


def theme(name):
    return {"id": "https://w3id.org/sidekick/theme/" + name, "type": "Concept"}


def record(slug, **more):
    """The least record that a feed may hold, and what else is given."""
    return {
        "@context": ["https://w3id.org/kim/amb/context.jsonld", {"@language": "en"}],
        "id": "https://example.org/tools/" + slug,
        "type": ["LearningResource"],
        "name": slug,
        **more,
    }


def feed(*records, name="Example feed"):
    return {
        "@context": ["https://schema.org", {"@language": "en"}],
        "type": "DataFeed",
        "name": name,
        "dataFeedElement": [{"type": "DataFeedItem", "item": each} for each in records],
    }
