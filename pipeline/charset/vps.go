package charset

// VPS is the encoding of the Vietnamese Professionals Society's fonts, used
// abroad and on early web pages. Ten rare capitals (Ạ Ặ Ẫ Ậ Ẹ Ệ Ị Ọ Ộ Ợ Ụ Ữ Ự Ỵ)
// have no printable byte; texts hold their small letters, which become capitals
// by the words around them. After the published VPS chart, checked against
// bamboo-core's reading of it.
var VPS = Encoding{scheme: vps}

var vps = func() *scheme {
	s := newScheme("VPS", `
	À  Ả  Ã  Ấ  Ầ  Ẩ  ọ  ỗ  Ă  ế  ề  ể  ệ  Ắ  Ằ  Ẳ
	Ế  ·  ·  Ề  Ể  Ễ  Ố  Ồ  Ổ  Ỗ  ý  ỷ  ỵ  Ớ  Ờ  Ở
	·  ắ  ằ  ẳ  ẵ  ặ  Ỡ  ớ  Ù  ờ  ở  ỡ  Ũ  Ứ  ợ  Ừ
	ổ  Ử  Ỳ  Ỹ  Í  Ì  ộ  Ỉ  Ĩ  Ó  ử  ữ  Ò  Ỏ  Õ  ự
	ầ  Á  Â  ấ  ẩ  ẫ  ậ  đ  ẻ  É  Ê  ẹ  ỉ  ễ  ị  ỹ
	Ư  Ủ  ồ  ố  Ô  ỏ  ơ  È  ừ  ứ  Ú  ũ  ư  Ý  Ẻ  ·
	à  á  â  ã  ả  ạ  ă  ·  è  é  ê  ẽ  ì  í  ·  ĩ
	Ẵ  Đ  ò  ó  ô  õ  ·  Ơ  ụ  ù  ú  ủ  ·  Ỷ  Ẽ  ỳ`)
	s.repair = liftCapitals
	s.encode = s.encodeSmall
	return s
}()
