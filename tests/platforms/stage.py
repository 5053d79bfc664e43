"""One cell of the table at play: a platform, its people, and what the office does meanwhile."""

import asyncio
import re
from dataclasses import dataclass, field

from bot.access import Caller, Door
from bot.audience import Audience, AudienceKind
from bot.organisation.callers import caller_of_member
from bot.publication.approval import approving, submitting
from bot.publication.audience import choosing
from bot.publication.draft import drafting
from bot.publication.versions import corrections
from bot.study import announcing, planning
from bot.texts import sample_story
from storage.states import Platform
from tests.platforms.company import COMPANIES, FULL_NAMES, Company, Part
from tests.platforms.house import House
from tests.platforms.on_telegram import OnTelegram
from tests.platforms.on_zalo import OnZalo
from tests.platforms.person import Person
from tests.study.steps import WHEN

DIRECTIVE = sample_story.DIRECTIVE


@dataclass
class Stage:
    """Where one cell's story plays.

    Args:
        house: of the whole row.
        platform: of this cell.
        together: lets the columns of a row move the clock as one.
        people: who has come on, by their part.
    """

    house: House
    platform: Platform
    together: asyncio.Barrier
    people: dict[Part, Person] = field(default_factory=dict)
    strangers: list[Person] = field(default_factory=list)

    @property
    def everybody(self) -> list[Person]:
        """All who have come on."""
        return [*self.people.values(), *self.strangers]

    @property
    def company(self) -> Company:
        """Who plays here."""
        return COMPANIES[self.platform]

    @property
    def number(self) -> str:
        """Of the directive that this company is sent."""
        return f"{self.company.number}-KH/ĐU"

    @property
    def directive(self) -> str:
        """Its whole text."""
        return DIRECTIVE.format(number=self.company.number)

    @property
    def dash(self) -> str:
        """What stands between the words of a heading here (look-and-words.md)."""
        return "–" if self.platform is Platform.ZALO else "·"

    @property
    def unit_id(self) -> int:
        """The company's branch."""
        return self.house.cast.units[self.company.branch]

    def given(self, part: Part) -> str:
        """The given name of who plays this."""
        return self.company.given[part]

    def full_name(self, part: Part) -> str:
        """Their whole name: two people may share a given one."""
        return FULL_NAMES[self.given(part)]

    @staticmethod
    def place_of(what: str, listed: str) -> int:
        """The number before it in a list, in which what other companies do may stand as well."""
        found = re.findall(rf"(\d+)\. {re.escape(what)}", " ".join(listed.split()))
        assert found, f"no {what!r} in: {listed}"
        return int(found[0])

    @staticmethod
    def six_digits_in(text: str) -> str:
        """The code, as it stands there."""
        found = re.search(r"\b\d{3} ?\d{3}\b", text)
        assert found is not None, text
        return found[0]

    def id_of(self, part: Part) -> int:
        """Their number on the roster."""
        return self.house.cast[self.given(part)]

    async def has(self, part: Part) -> Person:
        """Somebody who has long been reached here."""
        if part not in self.people:
            self.people[part] = await self.house.joined(self.platform, self.given(part))
        return self.people[part]

    async def stranger(self, part: Part) -> OnTelegram | OnZalo:
        """The same person before the office knows them here."""
        person = await self.house.stranger(self.platform, self.given(part))
        self.strangers.append(person)
        return person

    async def opens_own_link(self, part: Part) -> Person:
        """The same at the web inbox, before they agreed."""
        person = await self.house.opens_own_link(self.given(part))
        self.strangers.append(person)
        return person

    async def caller(self, part: Part) -> Caller:
        """Them, for what the story needs done without being shown."""
        return await caller_of_member(self.house.office, self.id_of(part), door=Door.WEB)

    async def hands_in(
        self, *, text: str = "", audience: Audience | None = None, in_public: bool = False
    ) -> submitting.Submitted:
        """The clerk has drafted the company's directive, or this text, for its branch."""
        office, clerk = self.house.office, await self.caller(Part.CLERK)
        drafted = await drafting.draft_from_text(clerk, office, text=text or self.directive)
        about = drafted.draft_id
        rule = audience or Audience(AudienceKind.UNIT, self.unit_id)
        drafted = await choosing.set_audience(
            clerk, office, draft_id=about, revision=drafted.revision, audience=rule
        )
        if in_public:
            drafted = await choosing.toggle_scope(clerk, office, draft_id=about, revision=drafted.revision)
        return await submitting.submit(clerk, office, draft_id=about, revision=drafted.revision)

    async def publishes(
        self, *, text: str = "", audience: Audience | None = None, in_public: bool = False
    ) -> int:
        """The same, and it is approved; the publication's number."""
        draft = await self.hands_in(text=text, audience=audience, in_public=in_public)
        approved = await approving.approve_now(
            await self.caller(Part.APPROVER),
            self.house.office,
            draft_id=draft.draft_id,
            revision=draft.revision,
        )
        assert approved.publication_id is not None
        await self.settles()
        return approved.publication_id

    async def corrects(self, publication_id: int, *, note: str) -> None:
        """The clerk corrects it so that everybody is asked anew, and it is approved."""
        office, clerk = self.house.office, await self.caller(Part.CLERK)
        about = await corrections.begin_correction(clerk, office, publication_id=publication_id)
        changed = await corrections.toggle_material(clerk, office, draft_id=about, revision=1)
        changed = await corrections.note_change(
            clerk, office, draft_id=about, revision=changed.revision, typed=note
        )
        text = f"{self.directive}\n{note}"
        changed = await corrections.replace_text(
            clerk, office, draft_id=about, revision=changed.revision, text=text
        )
        submitted = await submitting.submit(clerk, office, draft_id=about, revision=changed.revision)
        await approving.approve_now(
            await self.caller(Part.APPROVER), office, draft_id=about, revision=submitted.revision
        )
        await self.settles()

    async def announces(self, *, when: str = WHEN) -> int:
        """The company's branch is invited to a study session; its number."""
        office, secretary = self.house.office, await self.caller(Part.SECRETARY)
        session_id = (await planning.begin(secretary, office)).session_id
        await planning.give_title(secretary, office, session_id=session_id, text="Chuyên đề quý IV")
        await planning.give_time(secretary, office, session_id=session_id, text=when)
        await planning.give_place(secretary, office, session_id=session_id, text="Phòng họp tầng 2")
        chair = self.id_of(Part.SECRETARY)
        await planning.give_chair(secretary, office, session_id=session_id, member_id=chair)
        plan = await planning.plan_of(secretary, office, session_id=session_id)
        await announcing.announce(secretary, office, session_id=session_id, revision=plan.session.revision)
        await self.settles()
        return session_id

    async def forwards(self, **length: float) -> None:
        """The clock moves on, once all columns of the row have come so far."""
        place = await self.together.wait()
        if not place:
            await self.house.forwards(**length)
        await self.together.wait()

    async def settles(self) -> None:
        """Until everything said has been answered."""
        await self.house.settles()
