"""The page of a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ducha.assess import Assessment
from ducha.model import UnitGroup
from ducha.render.listing import find_columns, listing
from ducha.render.page import Page, Table
from ducha.render.problems import left_out_note
from ducha.render.returns import totals
from ducha.render.show.facts import ITEMS, head, said, states


def unit_page(
    assessment: Assessment, aliases: Sequence[str], group: UnitGroup | None, left_out: Sequence[str] = ()
) -> Page:
    """Return a unit's names, every task and figure in which it has a role, and its returns."""
    unit = assessment.scope.unit or ""
    contact = next((one.liaison for one in assessment.campaign.units if one.name == unit), None)
    roles = Counter(obligation.units.role_of(unit) for obligation in assessment.obligations)
    facts = [
        *said("文件中的其他写法", "、".join(aliases)),
        *said("联络员", contact.text if contact else None),
        *said("成员", "、".join(group.members) if group else ""),
        *said("所属的集合单位", "、".join(assessment.unit_groups)),
        f"牵头{roles['lead']}项，负责{roles['responsible']}项，配合{roles['support']}项（由别的单位牵头的、配合的不计责，不计数）",
        f"各状态：{states(assessment.tally)}",
    ]
    page: list[str | Table] = ["\n".join([*head(assessment, unit), *facts])]
    if assessment.obligations:
        columns = find_columns(("number", *ITEMS))
        page.append(listing(assessment, assessment.obligations, columns, "牵头、负责和配合的事项"))
    owed = [duty for duty in assessment.duties if duty.returns]
    if owed:
        page += totals(owed, assessment.campaign.sample)
    return [*page, *left_out_note(left_out)]
