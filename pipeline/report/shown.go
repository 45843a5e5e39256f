package report

import (
	"slices"
	"strings"
)

// doubts says what the codes of the column doubts mean.
var doubts = map[string]Label{
	"governed":           {VI: "đối tượng nêu ở câu trước", EN: "the body stands in a sentence before"},
	"two_candidates":     {VI: "có hai cách hiểu", EN: "two readings"},
	"own_words":          {VI: "nội dung lấy nguyên lời, ranh giới do quy tắc chọn", EN: "named in the text's own words, which a rule cut out"},
	"table_header_guess": {VI: "đối tượng suy từ tiêu đề bảng", EN: "the body is taken from the table's title or a column beside"},
	"ocr":                {VI: "nhận dạng chữ kém tin cậy", EN: "recognised with low confidence"},
	"metadata":           {VI: "lấy từ thông tin của tệp", EN: "from the file's metadata"},
	"derived":            {VI: "suy ra, không nêu nguyên văn", EN: "derived, not stated in these words"},
	"hedged":             {VI: "nói giảm, nói tránh", EN: "hedged"},
	"against_section":    {VI: "trái với tiêu đề của phần", EN: "against the heading of its part"},
	"no_addressee":       {VI: "không nêu ai thực hiện", EN: "nobody is asked"},
	"topic_before":       {VI: "chủ đề nêu ở câu trước", EN: "the topic stands in a sentence before"},
	"no_section":         {VI: "ngoài phần nêu hạn chế", EN: "outside a part on shortcomings"},
	"by_heading":         {VI: "khen chê theo tiêu đề của phần", EN: "praise or blame is said by the heading only"},
	"no_rating":          {VI: "không có từ đánh giá quen thuộc", EN: "no known word of judgement"},
	"common_words":       {VI: "lời đánh giá là từ thông thường", EN: "common words judge"},
	"common_subject":     {VI: "từ chỉ lĩnh vực quá chung", EN: "a common word says what is judged"},
	"carried_subject":    {VI: "lĩnh vực nêu ở vế trước", EN: "what is judged stands in a clause before"},
	"unlisted_words":     {VI: "lời đánh giá ghép từ từ chỉ mức độ", EN: "a word of degree and an unlisted one judge"},
	"both_polarities":    {VI: "câu vừa khen vừa chê", EN: "the sentence praises and blames"},
	"whole_congress":     {VI: "nói về đại hội nói chung", EN: "of the congress as a whole"},
	"beside_figures":     {VI: "câu có số liệu", EN: "beside figures"},
	"no_symbol":          {VI: "không nêu số, ký hiệu", EN: "no number or symbol is given"},
}

// ShowDoubts says the codes of the column doubts in words; a code that is none
// of ours stays.
func ShowDoubts(codes, lang string) string {
	var out []string
	for code := range strings.SplitSeq(codes, ";") {
		code = strings.TrimSpace(code)
		if l, ok := doubts[code]; ok {
			code = l.In(lang)
		}
		out = append(out, code)
	}
	return strings.Join(out, "; ")
}

// HeadOfColumn begins what is derived from the head of a table's column.
const HeadOfColumn = "head of column "

// ShowDerived says the column derived ("issued: đại hội XIII") with the labels
// of the columns of its table.
func ShowDerived(t *Table, lang, derived string) string {
	parts := strings.Split(derived, "; ")
	for i, part := range parts {
		if head, ok := strings.CutPrefix(part, HeadOfColumn); ok {
			parts[i] = Label{VI: "đầu cột: ", EN: "head of column: "}.In(lang) + head
		} else if name, from, ok := strings.Cut(part, ": "); ok && t != nil && t.Column(name) != nil {
			parts[i] = t.Column(name).Label.In(lang) + ": " + from
		}
	}
	return strings.Join(parts, "; ")
}

// ShowBase says what a share is of ("committee.total=47") in the words of the
// table measures: "ban chấp hành, tổng số = 47". HideBase takes it back.
func ShowBase(measures *Table, lang, base string) string {
	body, rest, ok := strings.Cut(base, ".")
	attribute, value, ok2 := strings.Cut(rest, "=")
	b, a := measures.Column("body").label(body), measures.Column("attribute").label(attribute)
	if !ok || !ok2 || b.In(lang) == "" || a.In(lang) == "" {
		return base
	}
	return b.In(lang) + ", " + a.In(lang) + " = " + value
}

// HideBase is the inverse of ShowBase.
func HideBase(measures *Table, shown string) string {
	words, value, ok := strings.Cut(shown, " = ")
	body, attribute, ok2 := strings.Cut(words, ", ")
	b, a := measures.Column("body").code(body), measures.Column("attribute").code(attribute)
	if !ok || !ok2 || b == "" || a == "" {
		return shown
	}
	return b + "." + a + "=" + value
}

// ShowField says a row of identity_evidence, a column of documents and its value,
// in words. HideField takes it back.
func ShowField(documents *Table, lang, field, value string) (string, string) {
	c := documents.Column(field)
	if c == nil {
		return field, value
	}
	if l := c.label(value); l.In(lang) != "" {
		value = l.In(lang)
	}
	if c.Type == TypeDate { // 2020-06-30 is 30/06/2020, 2020-06 is 06/2020
		value = turned(value, "-", "/")
	}
	return c.Label.In(lang), value
}

// HideField is the inverse of ShowField.
func HideField(documents *Table, field, value string) (string, string) {
	i := slices.IndexFunc(documents.Columns, func(c Column) bool { return c.Label.VI == field || c.Label.EN == field })
	if i < 0 {
		return field, value
	}
	c := &documents.Columns[i]
	if code := c.code(value); code != "" {
		value = code
	}
	if c.Type == TypeDate {
		value = turned(value, "/", "-")
	}
	return c.Name, value
}

// turned turns the parts of a date round.
func turned(date, from, to string) string {
	parts := strings.Split(date, from)
	slices.Reverse(parts)
	return strings.Join(parts, to)
}

// Shown says a code of a column in words; one that the column has not stays.
func (c *Column) Shown(lang, code string) string {
	if s := c.label(code).In(lang); s != "" {
		return s
	}
	return code
}

// label returns the label of a code, the empty one for a code that the column
// has not.
func (c *Column) label(code string) Label {
	if c != nil {
		for _, x := range c.Codes {
			if x.Code == code {
				return x.Label
			}
		}
	}
	return Label{}
}

// code returns the code of a label in any language, "" for none.
func (c *Column) code(label string) string {
	if c != nil {
		for _, x := range c.Codes {
			if x.Label.VI == label || x.Label.EN == label {
				return x.Code
			}
		}
	}
	return ""
}
