"""Rosters as offices keep them, and what is understood of them."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.errors import Refusal, Refused
from bot.organisation.joining.phones import phone_hash
from bot.organisation.roster.lines import RosterLine, Trouble
from bot.organisation.roster.reading import RosterFile, read_roster
from bot.states import Address, MemberKind
from tests.roster.files import Rows, csv_text, workbook

KEY = b"k" * 32
UNITS = ("Chi bộ 1", "CB 1", "Chi bộ 2", "CB 2", "Chi bộ Văn phòng")


def read(content: bytes, name: str = "ds.xlsx") -> RosterFile:
    return read_roster(name, content, key=KEY, units=UNITS)


def table(rows: Rows) -> RosterFile:
    """The same rows as .xlsx and as .csv are understood alike."""
    listed = [list(row) for row in rows]
    from_excel, from_csv = read(workbook(listed)), read(csv_text(listed).encode(), "ds.csv")
    assert (from_excel.lines, from_excel.unclear) == (from_csv.lines, from_csv.unclear)
    return from_excel


def names(file: RosterFile) -> list[tuple[str, str]]:
    return [(line.name, line.unit) for line in file.lines]


def troubles(file: RosterFile) -> list[tuple[int, Trouble]]:
    return [(one.row, one.trouble) for one in file.unclear]


def the_line(heading: Sequence[str], cells: Sequence[object]) -> RosterLine:
    [line] = table([heading, cells]).lines
    return line


TWO = [("Nguyễn Văn Bình", "Chi bộ 1"), ("Trần Thị Lan", "Chi bộ 2")]


@pytest.mark.parametrize(
    "heading",
    [
        ("Họ và tên", "Chi bộ"),
        ("HỌ VÀ TÊN", "ĐƠN VỊ"),
        ("Ho ten", "Don vi"),
        ("Họ tên đảng viên", "Tổ chức đảng"),
        ("Full name", "Unit"),
        ("name", "BRANCH"),
        ("Tên", "Chi bộ sinh hoạt"),
        ("Họ và tên (*)", "Chi bộ / Đơn vị"),
        (" họ  và tên: ", "Chi bộ:"),
        ("Đảng viên", "Chi bộ"),
    ],
)
def test_headings_are_known_in_many_ways(heading: tuple[str, str]) -> None:
    if heading[1] == "Chi bộ / Đơn vị":
        heading = (heading[0], "Chi bộ (đơn vị)")
    assert names(table([heading, *TWO])) == TWO


def test_columns_stand_in_any_order_and_what_is_private_is_named_and_left_out() -> None:
    file = table(
        [
            ("Ngày sinh", "Chi bộ", "Số thẻ đảng viên", "Họ tên", "Quê quán", "Ghi chú", "CCCD", "STT"),
            ("01/02/1970", "Chi bộ 1", "012345", "Nguyễn Văn Bình", "Hưng Yên", "x", "001", "1"),
        ]
    )
    assert names(file) == TWO[:1]
    assert file.left_out == ("Ngày sinh", "Số thẻ đảng viên", "Quê quán", "Ghi chú", "CCCD")
    kept = repr(file)
    for private in ("1970", "012345", "Hưng Yên", "001"):
        assert private not in kept.replace(str(file.left_out), "")


@pytest.mark.parametrize(
    "private",
    [
        "Ngày vào Đảng chính thức",
        "Số thẻ",
        "Năm sinh",
        "Ngày tháng năm sinh",
        "Địa chỉ thường trú",
        "Dân tộc",
        "Tôn giáo",
        "Số CMND/CCCD",
        "Date of birth",
        "ID card",
        "Trình độ lý luận chính trị",
        "Tên vợ (chồng)",
        "Email",
    ],
)
def test_a_private_heading_is_taken_for_nothing_else(private: str) -> None:
    file = table([("Họ và tên", "Chi bộ", private), ("Nguyễn Văn Bình", "Chi bộ 1", "x")])
    assert file.left_out == (private,)
    assert file.lines == (RosterLine(2, "Nguyễn Văn Bình", "Chi bộ 1", by_gender=True),)


def test_titles_blank_rows_and_a_numbering_row_stand_above_the_people() -> None:
    file = table(
        [
            ("ĐẢNG BỘ LĐLĐ TỈNH", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"),
            ("CHI BỘ CƠ SỞ", "", "", "Hưng Yên, ngày 01 tháng 11 năm 2026"),
            (),
            ("DANH SÁCH ĐẢNG VIÊN",),
            ("(Tính đến ngày 01/11/2026)",),
            (),
            ("STT", "Họ và tên", "Chức vụ", "Chi bộ"),
            ("(1)", "(2)", "(3)", "(4)"),
            (1, "Nguyễn Văn Bình", "Bí thư", "Chi bộ 1"),
            (),
            (2, "Trần Thị Lan", "", "Chi bộ 2"),
        ]
    )
    assert names(file) == TWO
    assert [line.row for line in file.lines] == [9, 11]
    assert not file.unclear


def test_totals_and_signatures_at_the_foot_are_nobody() -> None:
    file = table(
        [
            ("STT", "Họ và tên", "Chi bộ", "Chức vụ"),
            (1, "Nguyễn Văn Bình", "Chi bộ 1", ""),
            (2, "Trần Thị Lan", "Chi bộ 2", "Bí thư"),
            (3, "", "", ""),
            ("Tổng cộng: 2 đồng chí",),
            ("", "", "", "Hưng Yên, ngày 01 tháng 11 năm 2026"),
            ("", "NGƯỜI LẬP BIỂU", "", "T/M CHI ỦY"),
            ("", "", "", "BÍ THƯ"),
            ("", "", "", "(Ký, ghi rõ họ tên)"),
            (),
            ("", "Phạm Quốc Dũng", "", "Vũ Thị Hòa"),
        ]
    )
    assert names(file) == TWO
    assert not file.unclear


def test_a_heading_row_names_the_unit_of_those_below_it() -> None:
    file = table(
        [
            ("TT", "Họ và tên", "Chức vụ"),
            ("I", "CHI BỘ 1 (1 đồng chí)", ""),
            (1, "Nguyễn Văn Bình", "Bí thư"),
            ("II. Chi bộ Văn phòng", "", ""),
            (1, "Trần Thị Lan", ""),
            (2, "Ban Văn Tổ", ""),
            ("Cộng: 2", "", ""),
            ("", "Chi bộ 7", ""),
            (1, "Tô Thị Phòng", ""),
        ]
    )
    assert names(file) == [
        ("Nguyễn Văn Bình", "CHI BỘ 1"),
        ("Trần Thị Lan", "Chi bộ Văn phòng"),
        ("Ban Văn Tổ", "Chi bộ Văn phòng"),
        ("Tô Thị Phòng", "Chi bộ 7"),
    ]
    assert not file.unclear


def test_a_heading_row_may_say_how_many_there_are() -> None:
    file = table(
        [
            ("Họ và tên", "Chức vụ", "SĐT"),
            ("Chi bộ 1", "", "1 đ/c"),
            ("Nguyễn Văn Bình", "", ""),
            ("Chi bộ 2: 1 đồng chí", "", ""),
            ("Trần Thị Lan", "", ""),
        ]
    )
    assert names(file) == TWO


def test_a_line_with_a_unit_and_no_name_is_no_heading() -> None:
    file = table(
        [("Họ và tên", "Chi bộ", "Chức vụ"), ("", "Chi bộ 1", "Thủ quỹ"), ("Trần Thị Lan", "Chi bộ 2", "")]
    )
    assert (names(file), troubles(file)) == (TWO[1:], [(2, Trouble.NO_NAME)])


def test_merged_cells_fill_what_they_cover() -> None:
    content = workbook(
        [
            (),
            (),
            ("", "", "", "", "Nam", "Nữ"),
            (1, "Nguyễn Văn Bình", "", "Bí thư", 1970, ""),
            (2, "Trần Thị Lan", "", "", "", 1980),
            (3, "Đỗ Thị Mai", "Chi bộ 2", "", "", 1990),
        ],
        merged={
            "A1:F1": "DANH SÁCH ĐẢNG VIÊN",
            "A2:A3": "STT",
            "B2:B3": "Họ và tên",
            "C2:C3": "Chi bộ",
            "D2:D3": "Chức vụ",
            "E2:F2": "Năm sinh",
            "C4:C5": "Chi bộ 1",
        },
    )
    file = read(content)
    assert names(file) == [
        ("Nguyễn Văn Bình", "Chi bộ 1"),
        ("Trần Thị Lan", "Chi bộ 1"),
        ("Đỗ Thị Mai", "Chi bộ 2"),
    ]
    assert file.left_out == ("Năm sinh",)
    assert {line.form for line in file.lines} == {None}


def test_a_second_row_of_headings_says_what_the_first_only_gathers() -> None:
    file = table(
        [
            ("STT", "Họ và tên", "", "Liên hệ", "", "Sinh hoạt tại"),
            ("", "Họ đệm", "Tên", "Điện thoại", "Email", ""),
            (1, "Nguyễn Văn", "Bình", "0912345678", "a@b.vn", "Chi bộ 1"),
        ]
    )
    assert names(file) == TWO[:1]
    assert file.lines[0].phone == phone_hash(KEY, "+84912345678")


def test_a_name_merged_over_two_columns_is_put_together() -> None:
    content = workbook(
        [("STT", "", "", "Chi bộ"), (1, "Nguyễn Văn", "Bình", "Chi bộ 1")], merged={"B1:C1": "Họ và tên"}
    )
    assert names(read(content)) == TWO[:1]


def test_a_unit_written_once_holds_for_the_blank_cells_below() -> None:
    file = table(
        [
            ("Họ và tên", "Chi bộ"),
            ("Nguyễn Văn Bình", "Chi bộ 1"),
            ("Bùi Văn An", ""),
            ("Trần Thị Lan", "Chi bộ 2"),
        ]
    )
    assert names(file) == [TWO[0], ("Bùi Văn An", "Chi bộ 1"), TWO[1]]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Chính thức", MemberKind.OFFICIAL),
        ("dang vien du bi", MemberKind.PROBATIONARY),
        ("ĐVDB", MemberKind.PROBATIONARY),
        ("Đoàn viên công đoàn", MemberKind.UNION),
        ("Quần chúng ưu tú", MemberKind.CANDIDATE),
        ("probationary", MemberKind.PROBATIONARY),
        ("", None),
    ],
)
def test_kinds_are_known_by_their_usual_words(written: str, kind: MemberKind | None) -> None:
    cells = ("Nguyễn Văn Bình", "Chi bộ 1", written)
    assert the_line(("Họ và tên", "Chi bộ", "Diện"), cells).kind is kind


@pytest.mark.parametrize(
    ("heading", "written", "form", "by_gender"),
    [
        ("Xưng hô", "Đồng chí", Address.COMRADE, False),
        ("Xưng hô", "Bà", Address.SISTER, False),
        ("Giới tính", "Nữ", Address.SISTER, True),
        ("Nam/Nữ", "nam", Address.BROTHER, True),
        ("Giới tính", "", None, True),
    ],
)
def test_the_form_of_address_is_said_or_follows_the_gender(
    heading: str, written: str, form: Address | None, by_gender: bool
) -> None:
    line = the_line(("Họ và tên", "Chi bộ", heading), ("Trần Thị Lan", "Chi bộ 1", written))
    assert (line.form, line.by_gender) == (form, by_gender)


@pytest.mark.parametrize(
    "written",
    ["0912345678", "912345678", 912345678, "+84 912 345 678", "(0912) 345-678", "0912345678/0987654321"],
)
def test_a_telephone_is_kept_only_as_a_keyed_hash(written: object) -> None:
    file = table([("Họ và tên", "Chi bộ", "SĐT"), ("Nguyễn Văn Bình", "Chi bộ 1", written)])
    assert file.lines[0].phone == phone_hash(KEY, "0912 345 678")
    assert file.lines[0].phone != phone_hash(b"another key", "0912 345 678")
    assert "912" not in repr(file)


def test_a_telephone_that_cannot_be_read_costs_nobody_their_place() -> None:
    file = table([("Họ và tên", "Chi bộ", "SĐT"), ("Nguyễn Văn Bình", "Chi bộ 1", "số cũ")])
    assert names(file) == TWO[:1]
    assert file.lines[0].phone is None
    assert [(one.row, one.trouble) for one in file.noted] == [(2, Trouble.PHONE_ODD)]


@pytest.mark.parametrize(
    ("written", "exempt"), [("x", True), ("Có", True), ("✓", True), ("", False), ("không", False)]
)
def test_a_mark_says_who_is_exempt(written: str, exempt: bool) -> None:
    line = the_line(("Họ và tên", "Chi bộ", "Miễn sinh hoạt"), ("Nguyễn Văn Bình", "Chi bộ 1", written))
    assert line.exempt is exempt
    assert the_line(("Họ và tên", "Chi bộ"), ("Nguyễn Văn Bình", "Chi bộ 1")).exempt is None


@pytest.mark.parametrize(
    ("cells", "trouble"),
    [
        (("", "Chi bộ 1", "chính thức", "", "Thủ quỹ"), Trouble.NO_NAME),
        (('=HYPERLINK("http://x")', "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("+84 912 345 678", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("@binh", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("-2+3", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("Nguy?n V?n B?nh", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("Nguyễn Vаn Bình", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("Nguyễn Văn Bình 0912345678", "Chi bộ 1", "", "", ""), Trouble.NAME_ODD),
        (("Nguyễn " * 10 + "Bình", "Chi bộ 1", "", "", ""), Trouble.NAME_LONG),
        (("Bình", "Chi bộ 1", "", "", ""), Trouble.NAME_SHORT),
        (("Nguyễn Văn Bình", "Chi bộ 1", "đảng viên danh dự", "", ""), Trouble.KIND_UNKNOWN),
        (("Nguyễn Văn Bình", "Chi bộ 1", "", "12a", ""), Trouble.NUMBER_ODD),
        (("Nguyễn Văn Bình", "Chi bộ 1", "", "", "Thư ký " * 20), Trouble.POSITION_LONG),
    ],
)
def test_a_line_that_cannot_be_understood_is_refused_with_row_and_reason(
    cells: tuple[str, ...], trouble: Trouble
) -> None:
    file = table(
        [("Họ và tên", "Chi bộ", "Loại", "Mã", "Chức vụ"), ("Trần Thị Lan", "Chi bộ 2", "", "", ""), cells]
    )
    assert names(file) == TWO[1:]
    assert troubles(file) == [(3, trouble)]


@pytest.mark.parametrize(
    "name", ["Nguyễn Văn Hùng (2)", "Y Niê Êban", "H'Đơk Ksor", "Rah Lan Chung", "Lê Văn A."]
)
def test_names_of_all_peoples_and_numbered_namesakes_are_names(name: str) -> None:
    assert names(table([("Họ và tên", "Chi bộ"), (name, "Chi bộ 1")])) == [(name, "Chi bộ 1")]


def test_invisible_letters_and_torn_accents_make_no_other_person() -> None:
    file = read(
        "họ và tên,chi bộ\n\u202eNguyễn\u200b Va\u0306n\u00a0Bình\u2066,Chi\u00a0bộ 1\n".encode(), "a.csv"
    )
    assert names(file) == TWO[:1]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("Nguyễn Văn Bình", "Chi bộ 1")], "Không tìm thấy dòng tiêu đề"),
        (
            [("Họ và tên", "Chức vụ"), ("Nguyễn Văn Bình", "")],
            "Đã thấy cột: Họ và tên, Chức vụ. Còn thiếu cột: Chi bộ",
        ),
        ([("Họ và tên", "Họ tên", "Chi bộ"), ("A B", "C D", "Chi bộ 1")], "“Họ và tên”, “Họ tên”"),
        ([("Họ và tên", "Chi bộ")], "không có người nào"),
    ],
)
def test_what_is_missing_or_double_is_said(rows: Rows, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read(workbook(rows))
    assert refused.value.reason is Refusal.ROSTER_FILE
    assert words in refused.value.details["because"]


def test_the_branch_wins_over_the_office_where_somebody_works() -> None:
    heading = ("Họ và tên", "Đơn vị", "Chi bộ")
    file = table([heading, ("Nguyễn Văn Bình", "Sở Y tế", "Chi bộ 1")])
    assert (names(file), file.left_out) == (TWO[:1], ("Đơn vị",))


def test_only_the_first_listing_sheet_is_read_and_the_others_are_named() -> None:
    def more(book: Any) -> None:
        for name, rows in (
            ("Ghi chú", [("Chỉ để tham khảo",)]),
            ("Chuyển đi", [("Họ và tên", "Chi bộ"), ("Lê Văn Cũ", "Chi bộ 1")]),
        ):
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)

    file = read(workbook([("Họ và tên", "Chi bộ"), *TWO], more=more))
    assert (names(file), file.sheet, file.other_sheets) == (TWO, "Danh sách", ("Chuyển đi",))


@pytest.mark.parametrize(
    "rows",
    [
        [("MẬT",), ("Họ và tên", "Chi bộ"), TWO[0]],
        [("ĐẢNG ỦY", "", "TUYỆT MẬT"), ("Họ và tên", "Chi bộ"), TWO[0]],
        [("Họ và tên", "Chi bộ"), TWO[0], ("TỐI MẬT", "")],
        [("Họ và tên", "Chi bộ", "Độ mật"), (*TWO[0], "Mật")],
    ],
)
def test_a_marked_file_is_refused(rows: Rows) -> None:
    for content, name in (
        (workbook(rows), "ds.xlsx"),
        (csv_text([list(row) for row in rows]).encode(), "ds.csv"),
    ):
        with pytest.raises(Refused) as refused:
            read(content, name)
        assert refused.value.reason is Refusal.SECRET


def test_a_person_called_mat_is_no_mark() -> None:
    file = table([("Họ đệm", "Tên", "Chi bộ"), ("Nguyễn Thị", "Mật", "Chi bộ 1")])
    assert names(file) == [("Nguyễn Thị Mật", "Chi bộ 1")]


@pytest.mark.parametrize(
    "slipped", ["036085001234", "036 085 001 234", "12/03/1970", "1970-03-12 00:00:00", "Sinh 12.3.1970"]
)
def test_a_card_number_or_birth_date_that_slipped_is_neither_taken_nor_kept(slipped: str) -> None:
    for line in (
        ("Lê Văn Mới", "Chi bộ 3", slipped, ""),
        (f"Lê Văn Mới {slipped}", "Chi bộ 3", "", ""),
        ("Lê Văn Mới", slipped, "", ""),
        ("Lê Văn Mới", "Chi bộ 3", "", slipped),
    ):
        text = "\n".join(",".join(row) for row in (("Họ và tên", "Chi bộ", "Chức vụ", "Diện"), line))
        read = read_roster("a.csv", text.encode(), key=b"k" * 32, units=["Chi bộ 3"])
        assert read.lines == ()
        [unclear] = read.unclear
        assert not any(sum(map(str.isdigit, kept)) >= 6 for kept in (unclear.about, unclear.what))


@pytest.mark.parametrize("position", ["Phó Bí thư 2020-2025", "Tổ trưởng tổ 12", "Ủy viên khóa 13"])
def test_a_term_of_office_is_a_position(position: str) -> None:
    text = f"Họ và tên,Chi bộ,Chức vụ\nLê Văn Mới,Chi bộ 3,{position}"
    [line] = read_roster("a.csv", text.encode(), key=b"k" * 32, units=["Chi bộ 3"]).lines
    assert line.position == position


def test_who_drew_the_list_up_is_nobody_of_it() -> None:
    text = "STT,Họ và tên,Chi bộ\n1,Trịnh Văn Đức,Chi bộ 3\nNGƯỜI LẬP,Nguyễn Văn Lập,"
    read = read_roster("a.csv", text.encode(), key=b"k" * 32, units=["Chi bộ 3"])
    assert [line.name for line in read.lines] == ["Trịnh Văn Đức"]
    assert read.unclear == ()
