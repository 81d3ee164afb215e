"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render import duty_words, figure_words, period_words, progress_words, sums, target_words, words

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": progress_words.against_bar,
    "against_node": progress_words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "beside_county": sums.beside_county,
    "brief": duty_words.brief,
    "chinese": words.chinese,
    "compared": words.compared,
    "day": words.day,
    "done": figure_words.done,
    "growth": figure_words.growth,
    "label": period_words.label,
    "last": period_words.last,
    "level": figure_words.level,
    "member_figure": figure_words.member_figure,
    "missing": figure_words.missing,
    "node": target_words.node,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "points": words.points,
    "progress": progress_words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reached": figure_words.reached,
    "share": words.share,
    "short_of_stretch": progress_words.short_of_stretch,
    "target": target_words.target,
    "task": target_words.task,
    "this": period_words.this,
    "units": words.units,
}
"""name → function"""
