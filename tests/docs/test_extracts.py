"""docs/extracts.md says of every column what the contract says; docs/mapping.md quotes its source."""

import re
import tomllib

import ingest.layouts.mapping
from ingest.contract import ENTITIES, Column
from ingest.extracts.delivery import KINDS, Settings
from tests.docs.documents import ROOT, code_blocks, tables_of, text_of

EXTRACTS, MAPPING = ROOT / "docs" / "extracts.md", ROOT / "docs" / "mapping.md"
WORDS = {
    **{"text": "text", "date": "date", "share": "share"},
    **{"decimal": "number", "real": "number", "whole": "whole number"},
}
POLICY_TABLES = {path.stem for path in (ROOT / "seeds").glob("*.csv")}


def told() -> dict[str, list[dict[str, str]]]:
    """The table under each heading of an entity."""
    parts = re.split(r"^### `(\w+)`$", text_of(EXTRACTS), flags=re.MULTILINE)
    return {name: tables_of(text)[0] for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def expected(column: Column) -> tuple[str, str, str]:
    kind = WORDS.get(column.kind, "true or false") + (", fact" if column.is_fact else "")
    filled = "always" if column.is_required else "may be empty"
    return f"`{column.name}`{'*' if column.is_key else ''}", kind, filled


def test_every_entity_and_column_stands_there_in_order():
    assert list(told()) == list(ENTITIES)
    for name, rows in told().items():
        described = [(row["column"], row["kind"], row["filled"]) for row in rows]
        assert described == [expected(column) for column in ENTITIES[name].columns], name


def test_every_column_has_a_meaning_and_categories_name_their_table():
    for name, rows in told().items():
        for row, column in zip(rows, ENTITIES[name].columns, strict=True):
            assert row["meaning"], (name, row)
            if column.category in ("grade", "reason", "flag", "task_type", "risk_level"):
                assert set(re.findall(r"`(\w+)`", row["meaning"])) & POLICY_TABLES, (name, row)
            if column.is_person_key:
                assert "hashed" in row["meaning"], (name, row)


def test_settings_of_a_delivery_are_those_that_are_read():
    [block] = code_blocks(EXTRACTS, "toml")
    settings = tomllib.loads(block)
    assert set(settings) == set(Settings.__dataclass_fields__)
    assert settings["kind"] in KINDS


def test_the_mapping_document_quotes_the_docstring():
    [block] = code_blocks(MAPPING, "toml")
    assert block.strip() == ingest.layouts.mapping.__doc__.split("\n\n", 1)[1].strip()
