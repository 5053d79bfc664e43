"""Six figures among the words that people put around them."""

import pytest

from bot.organisation.joining.codes import read


@pytest.mark.parametrize(
    "typed",
    [
        *("code 482915", "Mã mời Loa: 482915", "Tôi là Bình, mã 482 915", "mã xác nhận là 482-915 ạ"),
        *("482915 Nguyễn Văn Bình", "mã vào là 48 29 15", "nhập mã 482915 giúp tôi", "OTP 482915"),
        *("Mã 6 số của tôi là 482915, tôi tên Bình", "“482 915” Bình"),
    ],
)
def test_they_are_found(typed: str) -> None:
    assert read(typed) == "482915"


@pytest.mark.parametrize(
    "typed",
    [
        *("0912345678", "0912 345 678", "mã 0912 345 678", "27/11/2026", "mã 27/11/26", "tháng 112026"),
        *("Số tiền 482915 đồng đã nộp", "mã 4829150", "mã 482915 hay 482916", "mã 1482 915", "mã 48291"),
        "mã số thuế của cơ quan tôi mà đồng chí hỏi hôm trước có ghi trong công văn là 482915",
    ],
)
def test_other_figures_are_no_code(typed: str) -> None:
    assert read(typed) is None
