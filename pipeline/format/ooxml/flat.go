package ooxml

import (
	"bytes"
	"context"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// OpenFlat opens a package that is one XML file, as Word saves it on demand:
// its members stand in <pkg:part> elements. Pictures, which are the only other
// members, are left out.
func OpenFlat(ctx context.Context, data []byte, limits parts.Limits) (*Package, error) {
	z := &Zip{limits: limits.Filled(), index: make(map[string]int)}
	s := xmlx.New(ctx, xmlx.Decode(data), z.limits.Depth)
	if !s.Child() || string(s.Name()) != "package" {
		return nil, report.Becausef(report.Damaged, "not a package")
	}
	p := &Package{Zip: z, ctx: ctx, types: make(map[string]string)}
	for s.Child() {
		name := cleanName(s.Value("name"))
		p.types[name] = s.Value("contentType")
		for s.Child() {
			if string(s.Name()) != "xmlData" || len(z.members) >= maxMembers {
				s.Skip()
				continue
			}
			z.index[name] = len(z.members)
			z.members = append(z.members, member{name: name, packed: bytes.TrimSpace(s.Inner())})
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	z.damage = s.Err()
	return p, nil
}
