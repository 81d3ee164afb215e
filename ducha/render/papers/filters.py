"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render.pages import sums
from ducha.render.words import duties as duty_words
from ducha.render.words import figures as figure_words
from ducha.render.words import periods as period_words
from ducha.render.words import progress as progress_words
from ducha.render.words import projects as project_words
from ducha.render.words import ranking as ranking_words
from ducha.render.words import rows as row_words
from ducha.render.words import supervision as supervision_words
from ducha.render.words import targets as target_words
from ducha.render.words import values as words

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": progress_words.against_bar,
    "against_node": progress_words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "bases": figure_words.bases,
    "beside_county": sums.beside_county,
    "came": duty_words.came,
    "chinese": words.chinese,
    "class_title": project_words.class_title,
    "compared": words.compared,
    "dated": figure_words.dated,
    "day": words.day,
    "done": figure_words.done,
    "entered": project_words.entered,
    "growth": figure_words.growth,
    "handled_by": supervision_words.handled_by,
    "issue_state": supervision_words.issue_state,
    "label": period_words.label,
    "last": period_words.last,
    "level": figure_words.level,
    "listed": project_words.listed,
    "member_figure": figure_words.member_figure,
    "missing": figure_words.missing,
    "moved": ranking_words.moved,
    "node": target_words.node,
    "notice_number": supervision_words.notice_number,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "pieces": project_words.pieces,
    "points": words.points,
    "portion": words.portion,
    "progress": progress_words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reach": target_words.reach,
    "reached": figure_words.reached,
    "registered": project_words.registered,
    "requirements": supervision_words.requirements,
    "row_number": row_words.row_number,
    "rules": ranking_words.rules,
    "share": words.share,
    "short_of_stretch": progress_words.short_of_stretch,
    "source": supervision_words.source_of,
    "stages": project_words.stages,
    "summons": ranking_words.summons,
    "target": target_words.target,
    "task": target_words.task,
    "titled": figure_words.titled,
    "total_growth": figure_words.total_growth,
    "total_label": figure_words.total_label,
    "this": period_words.this,
    "units": words.units,
    "where": progress_words.where,
}
"""name → function"""
