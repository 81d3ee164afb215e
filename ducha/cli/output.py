"""Results to a person's terminal or to a pipe."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ducha.cli import streams

if TYPE_CHECKING:
    from ducha.render.page import Page


class Destination(NamedTuple):
    """Where a command's result goes: to a file that is none of the ``inputs``, else to the screen or a pipe."""

    path: Path | None
    pager: bool
    inputs: Sequence[Path]

    def give(self, text: str) -> None:
        """Give text as it is."""
        self._give(text, streams.emit)

    def give_markdown(self, text: str) -> None:
        """Give Markdown, laid out on a terminal."""
        self._give(text, lambda whole: show_markdown(whole, pager=self.pager))

    def give_page(self, page: Page, as_markdown: bool = False) -> None:
        """Give a page, as plain text or as Markdown."""
        if as_markdown:
            from ducha.render.mdpage import render_md

            self.give_markdown(render_md(page))
        elif self.path:
            from ducha.render.plain import render_plain

            self.give(render_plain(page))
        else:
            show_page(page, pager=self.pager)

    def _give(self, text: str, show: Callable[[str], None]) -> None:
        if self.path is None:
            show(text)
            return
        from ducha.store import write_whole

        write_whole(self.path, text, self.inputs)


def show_page(page: Page, *, pager: bool = False) -> None:
    """Print a page: folded on a terminal, in a pager if wanted; one line a row elsewhere."""
    if streams.is_terminal():
        from ducha.render.terminal import print_page

        _show(lambda stream: print_page(page, stream), pager)
    else:
        from ducha.render.plain import render_plain

        streams.emit(render_plain(page))


def show_markdown(text: str, *, pager: bool = False) -> None:
    """Print Markdown: laid out on a terminal, in a pager if wanted; as it is elsewhere."""
    if streams.is_terminal():
        from ducha.render.reader import print_markdown

        _show(lambda stream: print_markdown(text, stream), pager)
    else:
        streams.emit(text)


class _Screen(io.StringIO):
    """Text on its way to the terminal: laid out and coloured as there."""

    def isatty(self) -> bool:
        return True


def _show(print_to: Callable[[TextIO], None], pager: bool) -> None:
    if pager:
        from ducha.cli.pager import page

        screen = _Screen()
        print_to(screen)
        page(screen.getvalue())
    else:
        print_to(sys.stdout)
