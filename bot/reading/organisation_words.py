"""The words that the names of Vietnamese offices are made of, written as Decree 30/2020/NĐ-CP has them."""

_ABBREVIATIONS = """BCH, BTC, BTG, BTV, BTGDV, CCB, CĐCS, CĐ, CNTT, ĐTN, ĐU, GD&ĐT, GDĐT, HĐND, HTX, KCN,
    LĐLĐ, LHPN, MTTQ, MTTQVN, PTDTBT, TDP, THCS, THPT, TLĐ, TNCS, TNHH, TP, TTYT, TW, UBKT, UBMTTQ,
    UBMTTQVN, UBND, VP, XDĐ"""

# A name of its own may follow these.
_PLACES = """tỉnh, thành phố, quận, huyện, thị xã, thị trấn, xã, phường, đặc khu, thôn, bản, ấp, khu phố,
    khu dân cư, khu vực, khu, tổ dân phố, làng, xóm, buôn, khóm"""
_WITH_NAME = """Tỉnh ủy, Thành ủy, Huyện ủy, Quận ủy, Thị ủy, Tỉnh đoàn, Thành đoàn, Huyện đoàn, Đoàn xã,
    Đoàn phường, Đoàn tỉnh, Trường Mầm non, Trường Mẫu giáo, Trường Tiểu học, Trường Trung học cơ sở,
    Trường Trung học phổ thông, Trường Tiểu học và Trung học cơ sở, Trường THCS, Trường THPT, Trường
    TH&THCS"""
_BODIES = """Đảng bộ, Đảng ủy, Chi bộ, Chi ủy, Tổ đảng, Ban Chấp hành, Ban Thường vụ, Thường trực, Văn
    phòng, Ban Tổ chức, Ban Tuyên giáo, Ban Tuyên giáo và Dân vận, Ban Dân vận, Ban Nội chính, Ban Xây
    dựng Đảng, Ban Bí thư, Bộ Chính trị, Ủy ban Kiểm tra, Trung ương, Trung ương Đảng, Ban Chấp hành Trung
    ương, các cơ quan, các cơ quan Đảng, Khối Doanh nghiệp, Khối các cơ quan, Ủy ban nhân dân, Hội đồng
    nhân dân, Chính phủ, Thủ tướng Chính phủ, Văn phòng Chính phủ, Quốc hội, Ủy ban Thường vụ Quốc hội,
    Thanh tra, Công an, Ban Chỉ huy Quân sự, Bộ Chỉ huy Quân sự, Tòa án nhân dân, Viện kiểm sát nhân dân,
    Kho bạc Nhà nước, Bảo hiểm xã hội, Trạm Y tế, Trung tâm Y tế, Trung tâm Chính trị, Trường Chính trị,
    Trung tâm Phục vụ hành chính công, Trung tâm Văn hóa, Tổng Liên đoàn Lao động, Liên đoàn Lao động,
    Công đoàn, Công đoàn cơ sở, Công đoàn Viên chức, Công đoàn bộ phận, Tổ công đoàn, Nghiệp đoàn, Đoàn
    Chủ tịch, Ban Nữ công, Ban Chính sách pháp luật, Mặt trận Tổ quốc, Ủy ban Mặt trận Tổ quốc, Hội Liên
    hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Hội Chữ thập đỏ, Hội Người cao tuổi, Hội LHPN, Hội CCB,
    Đoàn Thanh niên, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Đoàn TNCS Hồ Chí Minh, Chi đoàn, Chi hội, Chi
    hội Phụ nữ, Chi hội Nông dân, Việt Nam, Thành phố Hồ Chí Minh, cơ quan"""
# "Sở", "Phòng" and "Bộ" stand before these only.
_FIELDS = """Nội vụ; Tài chính; Y tế; Giáo dục và Đào tạo; Xây dựng; Công Thương; Tư pháp; Khoa học và
    Công nghệ; Nông nghiệp và Môi trường; Nông nghiệp và Phát triển nông thôn; Tài nguyên và Môi trường;
    Văn hóa, Thể thao và Du lịch; Văn hóa - Xã hội; Văn hóa và Thông tin; Dân tộc và Tôn giáo; Ngoại vụ;
    Giao thông vận tải; Thông tin và Truyền thông; Kế hoạch và Đầu tư; Lao động - Thương binh và Xã hội;
    Kinh tế; Kinh tế, Hạ tầng và Đô thị; Du lịch; Tài chính - Kế hoạch; Công an; Quốc phòng"""
_OF_FIELD = ("Bộ", "Sở", "Phòng")
_TONES = (("uỷ", "ủy"), ("hoà", "hòa"), ("hoá", "hóa"), ("toà", "tòa"))


def even_tone(word: str) -> str:
    """A word in small letters with its tone mark at the one place that the lists here use."""
    for old, new in _TONES:
        word = word.replace(old, new)
    return word


def _listed(text: str, sign: str = ",") -> list[str]:
    return [" ".join(each.split()) for each in text.split(sign)]


#: Printed as they are.
ABBREVIATIONS = frozenset(_listed(_ABBREVIATIONS))
#: What may be followed by the name of a place or a school, in small letters.
BEFORE_NAME = frozenset(each.lower() for each in _listed(f"{_PLACES},{_WITH_NAME}"))
#: Each phrase in small letters, and as it is written.
PHRASES = {
    each.lower(): each
    for each in (
        *_listed(f"{_PLACES},{_WITH_NAME},{_BODIES}"),
        *(f"{office} {field}" for office in _OF_FIELD for field in _listed(_FIELDS, ";")),
    )
}
LONGEST_PHRASE = max(len(phrase.split()) for phrase in PHRASES)
