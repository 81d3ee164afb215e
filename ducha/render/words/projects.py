"""What is said of a plan's projects: what the document lists, what the ledger holds, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from ducha.assess.projects.ledger import ClassStanding, LedgerStanding
from ducha.assess.projects.project import ProjectStanding
from ducha.model.stages import STAGES, Stage
from ducha.render.words.values import day, quoted

NO_CLASS = "未列类别"


def listed(ledger: LedgerStanding) -> str:
    """文件所列项目100个；各类项目相加：新开工27＋续建35＝62个，比所列少38个: shown, never forced."""
    said, parts = ledger.listed, []
    if said.total is not None or said.items is not None:
        items = f"子项{said.items}个" if said.items is not None else ""
        total = f"项目{said.total}个" if said.total is not None else ""
        parts.append("文件所列" + "、".join(filter(None, [total, items])))
    parts += [*_added(ledger, "count", "项目"), *_added(ledger, "items", "子项")]
    apart = [f"{quoted(one.title)}{pieces(one.count, one.items)}" for one in said.classes if one.apart]
    return "；".join([*parts, *(f"另列{'、'.join(apart)}" for _ in apart[:1])])


def registered(ledger: LedgerStanding) -> str:
    """台账登记9个项目（12个子项），文件所列101个项目（124个子项）: what is in the ledger beside what is listed."""
    whole, said = ledger.whole, ledger.listed
    held = f"台账登记{whole.projects}个项目" + (f"（{whole.items}个子项）" if ledger.has_items else "")
    beside = pieces(said.total, said.items).replace("个", "个项目", 1 if said.total is not None else 0)
    same = whole.projects == (said.total or whole.projects) and whole.items == (said.items or whole.items)
    apart = [f"{quoted(class_title(one))}{one.projects}个" for one in ledger.apart]
    also = f"；另列{'、'.join(apart)}" if apart else ""
    return held + (("，与文件所列相符" if same else f"，文件所列{beside}") if beside != "—" else "") + also


def _added(ledger: LedgerStanding, key: Literal["count", "items"], what: str) -> Iterator[str]:
    """The sum of what the document says of its classes, held against its own total."""
    added, total = ledger.listed.added(key), ledger.listed.total if key == "count" else ledger.listed.items
    if added is None:
        return
    terms = [f"{one.title}{getattr(one, key)}" for one in ledger.listed.classes if not one.apart and getattr(one, key)]
    text = f"各类{what}相加：{'＋'.join(terms)}＝{added}个"
    if total is not None:
        text += "，与所列相符" if added == total else f"，比所列{'少' if added < total else '多'}{abs(total - added)}个"
    yield text


def pieces(projects: int | None, items: int | None) -> str:
    """27个, 54个子项, 101个（124个子项）: projects and sub-items; — where neither is known."""
    parts = f"{items}个子项" if items is not None else ""
    if projects is None:
        return parts or "—"
    return f"{projects}个" + (f"（{parts}）" if parts else "")


def stages(one: ClassStanding) -> str:
    """前期2个、开工5个、竣工1个、未登记阶段3个: where the projects of a class are, without what there is none of."""
    told = [f"{word}{one.stages[stage]}个" for stage, word in STAGES.items() if one.stages[stage]]
    others = [(one.unknown, "未登记阶段"), (one.stopped, "停缓建")]
    return "、".join([*told, *(f"{word}{count}个" for count, word in others if count)])


def entered(one: ClassStanding) -> str:
    """新开工2个、竣工1个: what entered a stage in the period; empty where nothing did."""
    return "、".join(f"{word}{one.newly[stage]}个" for stage, word in _ENTERED.items() if one.newly[stage])


_ENTERED: Mapping[Stage, str] = {
    "started": "新开工",
    "continued": "复工续建",
    "completed": "竣工",
    "operating": "投产",
}


def class_title(one: ClassStanding) -> str:
    """The class, or that it is none."""
    return one.title or NO_CLASS


def stage_of(project: ProjectStanding, year: int) -> str:
    """竣工（6月20日）: the last stage entered and when, or that none is recorded."""
    if project.stopped:
        return _on("停缓建", project.stopped.day, year)
    if project.stage is None:
        return "见子项" if project.has_items else "未登记"
    return _on(STAGES[project.stage], project.since, year)


def _on(word: str, when: date | None, year: int) -> str:
    return f"{word}（{day(when, year)}）"
