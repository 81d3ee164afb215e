"""``supervision.yaml``: what the office itself did, read against the campaign and its plans."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from ducha.model.records import Records
from ducha.rules.records.mentions import check_mentions
from ducha.rules.records.whole import check_records
from ducha.store.file import File
from ducha.store.head import Head
from ducha.store.outcome import Outcome


def judge_records(head: Head, file: File[Records], outcomes: Sequence[Outcome[Any]], *, are_all: bool) -> None:
    """Apply the rules to the records that have been read.

    What they say of a plan is only asked where every plan could be read (``are_all``: every file was), since the
    one that could not may be the one that is meant.
    """
    records = file.record
    if not (records and head.campaign and head.register):
        return
    plans = [outcome.identity for outcome in outcomes if outcome.identity]
    mentions = check_mentions(head.campaign, records, plans, are_all=are_all and len(plans) == len(outcomes))
    errors = list(head.independent(chain(check_records(head.campaign, head.register, records), mentions), file))
    file.add(errors)
    if head.today and head.is_dated:
        from ducha.rules.doubts.notices import question_notices
        from ducha.rules.doubts.records import question_records

        file.doubt_form()
        latest = head.campaign.as_of or head.today
        told = {place for error in errors for place in (error.path, *error.also)}
        asked = chain(
            question_records(head.campaign, head.register, records, latest),
            question_notices(head.register, records, plans),
        )
        doubts = [doubt for doubt in head.independent(asked, file) if doubt.path not in told]
        file.add(doubt for doubt in doubts if head.lists(doubt))
        file.count(doubt for doubt in doubts if not head.lists(doubt))
