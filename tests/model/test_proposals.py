from __future__ import annotations

import subprocess
import sys

import pytest

from textcheck import formats, model

LOST = (
    "The company employs people in countries, and its sales rose percent to million last year. "
    "The council has a total of seats, of which are held by the party that was founded in. "
    "Shares fell to pence on Monday, the lowest since. Police said that the man, aged, died on March."
)
KEPT = (
    "The company employs 400 people in 12 countries, and its sales rose 5.3 percent to $9 million last year. "
    "The council has a total of 40 seats, of which 21 are held by the party that was founded in 1995. "
    "Shares fell to 310 pence on Monday, the lowest since 2009. Police said that the man, aged 41, died on "
    "March 3."
)
FOREIGN = (
    "Das Unternehmen beschäftigt Menschen in Ländern, und der Umsatz stieg um Prozent auf Millionen. "
    "Der Rat hat insgesamt Sitze, von denen auf die Partei entfallen, die im Jahr gegründet wurde. "
    "Die Aktien fielen am Montag auf Pence, den tiefsten Stand seit."
)


def test_silent_losses_are_proposed() -> None:
    document = formats.parse(LOST)
    found = model.proposals(document)
    assert len(found) >= 4
    assert [(each.start, each.end) for each in found] == sorted({(each.start, each.end) for each in found})
    assert all(0 <= each.start < each.end <= len(document.prose) for each in found)
    assert all(min(model.BUDGETS.values()) <= each.probability <= 1 for each in found)
    assert all(each.probability == round(each.probability, 3) for each in found)
    assert "total of seats" not in {document.prose[each.start : each.end] for each in found}
    assert "of seats" in {document.prose[each.start : each.end] for each in found}


def test_words_are_told_from_numbers() -> None:
    text = (
        "She was born in and grew up with her aunt, who taught at the village school. "
        "The village has a total of inhabitants."
    )
    document = formats.parse(text)
    found = {document.prose[each.start : each.end]: each for each in model.proposals(document)}
    assert found["in and"].kind == model.WORDS
    assert found["of inhabitants"].kind == "count"
    assert found["in and"].words > 0.5 > found["of inhabitants"].words
    assert all(0 <= each.words <= 1 and each.words == round(each.words, 3) for each in found.values())


def test_what_is_whole_is_left_alone() -> None:
    assert model.proposals(formats.parse(KEPT)) == ()


def test_evidence_tells_the_two_apart() -> None:
    assert model.evidence(formats.parse(LOST)) > model.EVIDENCE > model.evidence(formats.parse(KEPT))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Short one.",
        FOREIGN,
        "# Total Of Seats In\n\n## Founded In\n",
        "```\n" + LOST + "\n```\n",
        LOST.replace(",", " ,").replace(".", " ."),
        "Name: ______ Age: ______ Seats: ______\n\n" + LOST,
    ],
    ids=["empty", "blank", "short", "foreign", "headings", "code", "tokenised", "form"],
)
def test_what_is_no_running_english_is_not_read(text: str) -> None:
    assert model.proposals(formats.parse(text, "markdown")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "What did, uh, what’s his name, our, our, the, um, one of the, uh, that lives in and sells people.",
        "We were united in terms of being there for the – America's working families, and that was that.",
        "Well, let me just say one of the — you talked about what you perceive to be a conflict there.",
        "It was built with the help of the {% if team %} team {{ of }} the people, and with {{ the team.",
        "It was built with the help of people in countries, and of a total of seats, }} and that was that.",
    ],
)
def test_broken_speech_and_templates_are_passed_over(text: str) -> None:
    assert model.proposals(formats.parse(text)) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The court held that under s. 4 of the Act the landlord had to pay the costs of it.", "4"),
        ("For the hedge I would plant hawthorn and hazel; 5 to the metre, staggered in two rows.", "5"),
        ("They plant four to the metre in two rows.", "four"),
    ],
)
def test_a_number_that_stands_elsewhere_is_not_missed(text: str, number: str) -> None:
    assert model.proposals(formats.parse(text)) == ()
    assert model.proposals(formats.parse(text.replace(f"{number} ", "")))


@pytest.mark.parametrize(
    "text",
    [
        "To upgrade the programme, add the --upgrade flag to the same command and wait.",
        "I watched it, inch by inch, and thought that that was it, and that it would never end.",
        "However, our in vivo studies of the drug do not stand alone, and the in situ data agree.",
        "They went from house to house and asked, day after day, for the key of the church.",
    ],
)
def test_options_and_what_is_said_twice_lack_nothing(text: str) -> None:
    assert model.proposals(formats.parse(text)) == ()


def test_a_block_with_template_code_is_passed_over() -> None:
    document = formats.parse(
        'It was built with the help of the {{ "//2015/09/03/every-kid" | url }} team of people in countries.'
    )
    assert model.proposals(document) == ()


def test_documents_are_read_together_as_one_by_one() -> None:
    texts = [LOST, "", KEPT, FOREIGN, "Short one.", LOST[:90]]
    together = [formats.parse(text) for text in texts]
    model.read.fill(together)
    assert [model.read(each) for each in together] == [model.read(formats.parse(text)) for text in texts]
    assert model.read(together[0]) is model.read(together[0])


def test_a_hole_before_a_hyphen_is_proposed() -> None:
    document = formats.parse("He is a -year-old boy who lived in the old town of ours.")
    assert [each.kind for each in model.proposals(document)] == ["age"]


def test_lists_of_figures_and_names_are_no_prose() -> None:
    assert not model.is_prose(
        ["Leeds", "3", "York", "5", "Hull", "7", "Bath", "9", "Ely", "2", "Wells", "4", "a", "b", "c"]
    )
    assert not model.is_prose(
        ["Jane", "Roe", ",", "John", "Doe", ",", "Mary", "Major", "and", "Richard", "Miles"]
    )
    assert model.is_prose(["The", "council", "has", "a", "total", "of", "seats", "."])


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("a rise [of percent]", "percentage"),
        ("the man, [aged,] died", "age"),
        ("[a -]year-old boy", "age"),
        ("it cost [$ in] all", "amount"),
        ("it fell [to pence]", "amount"),
        ("in [the th] century", "ordinal"),
        ("on [March,] he said", "day"),
        ("[on of] March", "day"),
        ("was founded [in.]", "year"),
        ("a road [of kilometres]", "measure"),
        ("a total [of seats]", "count"),
        ("from [the about]", "number"),
    ],
)
def test_kinds(marked: str, kind: str) -> None:
    document = formats.parse(marked.replace("[", "").replace("]", ""))
    candidate = model.Candidate(1, marked.index("["), marked.index("]") - 1, 0.0, 0.0)
    assert model._kind(document, candidate) == kind


def test_a_finding_maps_to_the_source_of_markdown() -> None:
    text = LOST.replace("company", "[company](https://example.org/3)").replace("total", "**total**")
    document = formats.parse(text, "markdown")
    spans = [document.source_span(each.start, each.end) for each in model.proposals(document)]
    assert "of seats" in {text[span.start : span.end] for span in spans}


def test_numpy_is_imported_when_first_needed() -> None:
    code = "import sys, textcheck.model; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
