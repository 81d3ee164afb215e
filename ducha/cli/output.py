"""Results to a person's terminal or to a pipe."""

from __future__ import annotations

import sys

from ducha.cli import streams
from ducha.render.page import Page


def show_page(page: Page) -> None:
    """Print a page: folded on a terminal, one line a row elsewhere."""
    if streams.is_terminal():
        from ducha.render.terminal import print_page

        print_page(page, sys.stdout)
    else:
        from ducha.render.plain import render_plain

        streams.emit(render_plain(page))


def show_markdown(text: str) -> None:
    """Print Markdown: laid out on a terminal, as it is elsewhere."""
    if streams.is_terminal():
        from ducha.render.reader import print_markdown

        print_markdown(text, sys.stdout)
    else:
        streams.emit(text)
