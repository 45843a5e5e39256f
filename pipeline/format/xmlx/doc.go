// Package xmlx walks XML that nobody vouches for: the parts of office files.
//
// A Scanner steps over one part that lies in memory and hands out slices of it.
// It never expands an entity that the file defines, never opens anything the
// file names, forgives what a damaged file does to its tags, and counts depth
// and work so that both have a limit. Names are local names: ISO strict and
// transitional files, and files with prefixes of their own, differ in
// namespaces only.
//
// An empty element gives a Start and an End like any other, so a walk is
// recursive descent with no special case:
//
//	for s.Next() == xmlx.Start {
//		switch string(s.Name()) {
//		case "p":
//			paragraph(s)
//		default:
//			s.Skip()
//		}
//	}
//
// Next returns End once for the element that the walk is in, which ends the
// loop; Text inside is passed over by Child, see there.
package xmlx
