package judgement

import (
	"slices"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// topicOf returns what a paragraph, or the heading above a list, says that it is about, for
// sentences that name no subject of their own: "2. Về văn kiện: …. Có xã chép nguyên …".
// It is the zero subject for none.
func (c *common) topicOf(t *scan.Text, sentence int) subject {
	return scan.Memo(t, &c.ofTopics, c.topics)[sentence]
}

// topics finds the topic of each sentence.
func (c *common) topics(t *scan.Text, out []subject) []subject {
	out = slices.Grow(out[:0], len(t.Sentences))[:len(t.Sentences)]
	clear(out)
	var above, own subject // of a heading or a lead-in, and of the paragraph
	block := -1
	for i, s := range t.Sentences {
		if s.First == s.Last {
			continue
		}
		if s.Block != block {
			block, own = s.Block, c.labelled(t, s)
			switch {
			case titled(t, s):
				above = c.subjectOf(t, s)
			case !itemAt(t, s.First):
				above = subject{} // a plain paragraph ends the list
			}
		}
		out[i] = own
		if own.aspect == "" {
			out[i] = above
		}
	}
	return out
}

// titled reports whether a sentence is a heading, or leads in a list.
func titled(t *scan.Text, s scan.Sentence) bool {
	if t.Tokens[s.First].AllUpper && titles(word(t, s.First), word(t, s.First+1)) {
		return false // the document's own title: "BÁO CÁO kết quả đại hội …"
	}
	b := &t.Doc.Blocks[s.Block]
	return b.Kind == report.Heading || s.Last-s.First <= 16 && t.Is(s.Last-1, ':')
}

// titles tells the kinds of documents that begin their own titles.
func titles(a, b string) bool {
	switch a + " " + b {
	case "báo cáo", "nghị quyết", "biên bản", "kế hoạch", "hướng dẫn", "thông báo", "kết luận", "tờ trình", "chương trình":
		return true
	}
	return false
}

// itemAt reports whether a list item begins at a token.
func itemAt(t *scan.Text, i int32) bool {
	return t.Is(i, '-') || t.Is(i, '+') || t.Is(i, '*') || t.Is(i+1, ')') || t.Tokens[i].Kind == scan.Number || t.Is(i+1, '.') && len(t.Word(i)) == 1 // "a. Nữ"
}

// subjectOf returns the one plain subject of a range, the zero subject where there are others.
func (c *common) subjectOf(t *scan.Text, s scan.Sentence) (y subject) {
	for _, h := range t.HitsIn(c.aspects, s.First, s.Last) {
		of := c.subjects[h.Value]
		if of.aspect == "" || of.aspect == "overall" || yieldsTo(of) {
			continue // who speaks or acts is no topic
		}
		if of.aspect == alien || y.aspect != "" && y.aspect != of.aspect {
			return subject{}
		}
		y = of
	}
	return y
}

// labelled returns the subject that a sentence begins with as its label: "Văn kiện: …", "Về
// nhân sự, …".
func (c *common) labelled(t *scan.Text, s scan.Sentence) subject {
	first := afterLabel(t, discourse.Clause{First: s.First, Last: s.Last})
	about := word(t, first) == "về"
	if about {
		first++
	}
	for i := first; i < min(first+longestLabel, s.Last-2); i++ {
		if t.Is(i, ':') || about && t.Is(i, ',') {
			return c.subjectOf(t, scan.Sentence{First: first, Last: i})
		}
		if t.Tokens[i].Kind != scan.Word {
			break
		}
	}
	return subject{}
}
