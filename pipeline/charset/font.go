package charset

import "strings"

// FromFont tells the encoding of text from the name of its font, as documents,
// style sheets and PDF files give it: ".VnTimeH", "ABCDEF+.VnArial,Bold",
// "VNI-Times". ok is false for every other font, which leaves the question to
// Detect.
func FromFont(font string) (Encoding, bool) {
	name := fontName(font)
	if name == "" {
		return Encoding{}, false
	}
	switch {
	case strings.HasPrefix(name, ".vn"):
		return abc(name[1:]), true
	case strings.HasPrefix(name, "vni"):
		return VNI, true
	case strings.HasPrefix(name, "vps"):
		return VPS, true
	case strings.HasPrefix(name, "viscii"):
		return VISCII, true
	case strings.HasPrefix(name, "bkhcm2"), strings.HasPrefix(name, "bk hcm2"), strings.HasPrefix(name, "bk hcm 2"):
		return BKHCM2, true
	case strings.HasPrefix(name, "bkhcm"), strings.HasPrefix(name, "bk hcm"):
		return BKHCM1, true
	}
	if family, ok := strings.CutPrefix(name, "vn"); ok {
		family = strings.TrimSuffix(strings.TrimSpace(family), "h")
		if abcFamilies[family] || abcFamilies[strings.TrimSpace(family)] {
			return abc(name), true
		}
	}
	return Encoding{}, false
}

// abc returns TCVN3, in capitals for the names that end in H. No ABC family
// ends in an h of its own.
func abc(name string) Encoding {
	if strings.HasSuffix(name, "h") {
		return TCVN3.Capitals()
	}
	return TCVN3
}

// abcFamilies are the families of the ABC set, for names that lost their dot.
// "VNtimes new roman" is another maker's font and not among them.
var abcFamilies = func() map[string]bool {
	m := map[string]bool{}
	for f := range strings.SplitSeq("time,arial,arial narrow,arialnarrow,avant,book-antiqua,bookantiqua,courier,courier new,centuryschoolbook,"+
		"century schoolbook,clarendon,cooper,aristote,arabia,bahamasb,black,bodoni,commercial script,exotic,free,gothic,"+
		"helvetins,koala,lincoln,linus,lucida sans,memorandum,monotype corsiva,mystical,park,present,revue,shelley allegro,"+
		"southern,stamp,teknical,tifani heavy,universe,vogue,3d", ",") {
		m[f] = true
	}
	return m
}()

// fontName reduces what a file says to a family name in small letters: the
// first of a list, without quotes, subset tag ("ABCDEF+") and style suffix.
func fontName(font string) string {
	font, _, _ = strings.Cut(font, ",")
	font = strings.Trim(font, " \"'@\t")
	if len(font) > 7 && font[6] == '+' && strings.ToUpper(font[:6]) == font[:6] {
		font = font[7:]
	}
	font = strings.ToLower(strings.ReplaceAll(font, "#20", " "))
	for _, style := range [...]string{"bolditalic", "bolditali", "boldoblique", "bold", "italic", "oblique", "regular", "normal"} {
		for _, sep := range [...]string{"-", " ", "_"} {
			font = strings.TrimSuffix(font, sep+style)
		}
		if strings.HasPrefix(strings.TrimPrefix(font, "."), "vn") { // PDFs: "VnTimeHBold"
			font = strings.TrimSuffix(font, style)
		}
	}
	return strings.TrimSpace(font)
}
