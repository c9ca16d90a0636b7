# SPDX-License-Identifier: GPL-3.0-or-later
from checks import check, main
from sidekick import running


def starts_in(language):
    with running(language) as program:
        program.tree.find("frame", "Sidekick")
        program.tree.says(program.words("The catalogue that came with Sidekick"))


@check
def it_starts_in_dutch():
    starts_in("nl")


@check
def it_starts_in_french():
    starts_in("fr")


@check
def it_starts_in_german():
    starts_in("de")


@check
def it_starts_in_english():
    starts_in("en")


main()
