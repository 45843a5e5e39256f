package ooxml

import (
	"bytes"
	"context"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// Package is an office package: a zip whose members name each other by
// relationships.
type Package struct {
	*Zip
	ctx   context.Context
	types map[string]string // content type by member name or by ".ext"
	root  []Relation        // of the package itself, once they are read
	soft  []error           // trouble with members that the text can do without
}

// Relation is a relationship of one member to another.
type Relation struct {
	ID string
	// Kind is the last part of the type's address, which ISO strict and
	// transitional files share: "header", "image".
	Kind string
	// Target is a member's name, or an address when External.
	Target   string
	External bool
}

// Open opens a package. A compound file with an EncryptedPackage inside, which
// is what Office makes of a package with a password, is Locked.
func Open(ctx context.Context, data []byte, limits parts.Limits) (*Package, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case len(data) == 0:
		return nil, report.Becausef(report.Empty, "no bytes")
	case bytes.HasPrefix(data, []byte(ole.Magic)):
		return nil, compoundError(data)
	}
	z, err := OpenZip(data, limits)
	if err != nil {
		return nil, err
	}
	p := &Package{Zip: z, ctx: ctx, types: make(map[string]string)}
	return p, p.contentTypes()
}

func compoundError(data []byte) error {
	f, err := ole.Open(data)
	if err != nil {
		return err
	}
	if f.Child(f.Root(), "EncryptedPackage") != nil {
		return report.Becausef(report.Locked, "the package is encrypted with a password")
	}
	return report.Becausef(report.Damaged, "a compound file, not a package")
}

// XML returns a scanner over a member; when the member is damaged, over what
// came before the damage, which the scanner's Err then says. A member that is
// not there gives neither scanner nor error.
func (p *Package) XML(name string) (*xmlx.Scanner, error) {
	data, err := p.Read(p.ctx, name)
	if data == nil && (err != nil || !p.Has(name)) {
		return nil, err
	}
	s := xmlx.New(p.ctx, xmlx.Decode(data), p.limits.Depth)
	s.Cut(err)
	return s, nil
}

// Side is XML for a member that the text can do without, such as the styles:
// trouble is kept for Trouble, and a missing member is an empty one.
func (p *Package) Side(name string) *xmlx.Scanner {
	s, err := p.XML(name)
	if s == nil {
		s = xmlx.New(p.ctx, nil, 0)
		s.Cut(err)
	}
	if err := s.Err(); err != nil {
		p.soft = append(p.soft, err)
	}
	return s
}

// Missing is the failure of a package without its main part: of a cut file
// that is no wonder.
func (p *Package) Missing(name string) error {
	if err := p.Damage(); err != nil {
		return err
	}
	return report.Becausef(report.Damaged, "no main part %s", name)
}

// Trouble returns the first trouble of members that were opened by Side, else
// that of the file as a whole.
func (p *Package) Trouble() error {
	if len(p.soft) > 0 {
		return p.soft[0]
	}
	return p.Damage()
}

func (p *Package) contentTypes() error {
	s := p.Side("[Content_Types].xml")
	if !s.Child() {
		return p.ctx.Err()
	}
	for s.Child() {
		switch string(s.Name()) {
		case "Default":
			p.types["."+strings.ToLower(s.Value("Extension"))] = s.Value("ContentType")
		case "Override":
			p.types[cleanName(s.Value("PartName"))] = s.Value("ContentType")
		}
		s.Skip()
	}
	return p.ctx.Err()
}

// Type returns the content type of a member, "" when unknown.
func (p *Package) Type(name string) string {
	if t, ok := p.types[name]; ok {
		return t
	}
	return p.types[strings.ToLower(path.Ext(name))]
}

// Relations returns the relationships of a member, in the order of the file;
// those of the package itself for "".
func (p *Package) Relations(name string) []Relation {
	if name != "" {
		return p.relations(name)
	}
	if p.root == nil {
		p.root = p.relations(name)
	}
	return p.root
}

func (p *Package) relations(name string) []Relation {
	dir, base := path.Split(name)
	s := p.Side(dir + "_rels/" + base + ".rels")
	if !s.Child() {
		return nil
	}
	var rels []Relation
	for s.Child() {
		r := Relation{
			ID:       s.Value("Id"),
			Kind:     path.Base(s.Value("Type")),
			Target:   s.Value("Target"),
			External: s.Is("TargetMode", "External"),
		}
		if !r.External {
			r.Target = resolve(dir, r.Target)
		}
		rels = append(rels, r)
		s.Skip()
	}
	return rels
}

// resolve makes a target that is relative to a folder a member's name.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if i := strings.IndexByte(target, '#'); i > 0 {
		target = target[:i]
	}
	if strings.HasPrefix(target, "/") {
		return cleanName(path.Clean(target))
	}
	return cleanName(path.Join("/", dir, target))
}

// Main returns the name of the main part: by the package's relationships, else
// by a content type that contains what ("wordprocessingml"), else fallback.
func (p *Package) Main(what, fallback string) string {
	for _, r := range p.Relations("") {
		if r.Kind == "officeDocument" && p.Has(r.Target) {
			return r.Target
		}
	}
	for _, name := range p.Names() {
		if t := p.types[name]; strings.Contains(t, what) && strings.HasSuffix(t, "main+xml") {
			return name
		}
	}
	return fallback
}

// Target returns the member that the first relation of a kind names, "" when
// there is none.
func Target(rels []Relation, kind string) string {
	for _, r := range rels {
		if r.Kind == kind && !r.External {
			return r.Target
		}
	}
	return ""
}
