"""``ducha show``: one plan, item, indicator, duty or unit with its facts, its state on the day, and why."""

from ducha.render.show.facts import Shown
from ducha.render.show.find import find_page, ids_of

__all__ = ["Shown", "find_page", "ids_of"]
