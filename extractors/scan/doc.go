// Package scan reads a document once for all rules: it cuts the text into
// tokens and finds every word of the profile in one pass.
//
// A kind of extractor registers its words when it is made:
//
//	b := scan.NewBuilder()
//	bodies := b.Class("measure.bodies")
//	bodies.Add("ban chấp hành", committee)
//	lexicon := b.Build()
//
// and asks for them when a document comes:
//
//	t := lexicon.Scan(doc)
//	for _, hit := range t.Hits(bodies) { … }
//
// Words are matched as sequences of syllables, without regard to case, to the
// place of the tone mark or to i and y (see vn.Fold). Within a class hits are
// leftmost-longest and do not overlap; classes do not know of one another.
//
// The cost is linear in the text and does not grow with the number of words.
package scan
