package html

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// article is what JSON-LD says about a story.
type article struct{ headline, published, modified, author string }

// metadata fills raw.Meta: what the page says in its head, and the day that it
// shows beside its title.
func (p *page) metadata(raw *report.Raw) {
	a := p.linkedData()
	add := func(key, value string) {
		value = collapse(value)
		if value != "" && len(value) < 2000 {
			raw.Meta = append(raw.Meta, report.Meta{Key: key, Value: strings.ToValidUTF8(value, "\ufffd")})
		}
	}
	title := p.main.byHead
	if p.main.title >= 0 {
		title = p.textOf(&p.segments[p.main.title])
	} else if title == "" {
		title = first(p.head.title, p.tag("og:title"), p.tag("dc.title"))
	}
	add("title", title)
	add("author", first(a.author, p.tag("author", "article:author", "dc.creator", "dcterms.creator")))
	add("subject", p.tag("subject", "dc.subject"))
	add("company", p.tag("og:site_name"))
	add("created", when(p.tag("created", "dcterms.created")))
	add("modified", first(when(a.modified), when(p.tag("article:modified_time", "changed", "last-modified", "dcterms.modified", "og:updated_time"))))
	add("published", p.published(a))
	add("language", first(p.head.lang, p.tag("language", "content-language")))
}

// published is the day or moment of publication: of JSON-LD, of a meta tag or
// <time>, else the time stamp nearest the title.
func (p *page) published(a article) string {
	if t := when(a.published); t != "" {
		return t
	}
	if t := when(p.tag("article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "date.issued",
		"dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime", "og:article:published_time", "sailthru.date")); t != "" {
		return t
	}
	if !p.main.portal {
		return ""
	}
	if t := p.timeElement(); t != "" {
		return t
	}
	if d, ok := p.shownDate(); ok {
		return d.String()
	}
	return ""
}

// timeElement returns the moment of an element that is marked as the story's.
func (p *page) timeElement() string {
	root := &p.nodes[p.main.root]
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.attrs == 0 {
			continue
		}
		marked := strings.EqualFold(p.attr(n, keyItemprop), "datePublished")
		if !marked && (int32(i) < p.main.root || int32(i) >= root.end) {
			continue
		}
		v := p.attr(n, keyDatetime)
		if marked {
			v = first(p.attr(n, keyContent), v)
		}
		if t := when(v); t != "" {
			return t
		}
	}
	return ""
}

// tag returns the content of the first meta tag with one of the names, the
// names in order of trust.
func (p *page) tag(names ...string) string {
	for _, name := range names {
		for _, m := range p.head.meta {
			if m.name == name {
				return m.content
			}
		}
	}
	return ""
}

// titles returns what the head calls the story, best first.
func (p *page) titles() []string {
	var out []string
	for _, t := range []string{p.linkedData().headline, p.tag("og:title", "dc.title", "title"), p.head.title} {
		if t = collapse(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

var moment = regexp.MustCompile(`^((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?`)

// when returns a time as RFC 3339 or a prefix of it, "" when value holds none.
func when(value string) string {
	value = strings.TrimSpace(value)
	if value == "" || len(value) > 100 {
		return ""
	}
	if m := moment.FindStringSubmatch(value); m != nil {
		if _, err := report.ParseDate(m[1]); err != nil {
			return ""
		}
		return m[1] + clock(m[2], m[3])
	}
	if d, ok := stamp(value); ok {
		return d.String()
	}
	return ""
}

// clock completes the time of day of a moment.
func clock(hour, zone string) string {
	if hour == "" {
		return ""
	}
	if len(hour) == 5 && zone != "" {
		hour += ":00"
	}
	if len(zone) == 5 {
		zone = zone[:3] + ":" + zone[3:]
	}
	return "T" + hour + zone
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// maxLinked bounds the objects of JSON-LD that are looked at.
const maxLinked = 2000

// linkedData returns the story that the page's JSON-LD is about: the first of a
// type of article.
func (p *page) linkedData() article {
	for _, text := range p.head.ld {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(text)), &v) != nil {
			continue
		}
		left := maxLinked
		if a, ok := findArticle(v, &left); ok {
			return a
		}
	}
	return article{}
}

func findArticle(v any, left *int) (article, bool) {
	if *left--; *left < 0 {
		return article{}, false
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if a, ok := findArticle(x, left); ok {
				return a, true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return article{
				headline: str(v["headline"]), published: first(str(v["datePublished"]), str(v["dateCreated"])),
				modified: str(v["dateModified"]), author: authors(v["author"]),
			}, true
		}
		for _, k := range []string{"@graph", "mainEntity"} {
			if a, ok := findArticle(v[k], left); ok {
				return a, true
			}
		}
	}
	return article{}, false
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || v == "BlogPosting" || v == "Report"
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

func authors(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		return str(v["name"])
	case []any:
		var names []string
		for _, x := range v[:min(len(v), 20)] {
			if n := authors(x); n != "" {
				names = append(names, n)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
