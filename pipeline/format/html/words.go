package html

import (
	"strings"

	"github.com/tongket/tongket/pipeline/vn"
	"golang.org/x/net/html/atom"
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// folded is set with the words in the spelling of vn.Fold.
func folded(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[vn.Fold(w)] = true
	}
	return m
}

// relatedHeadings stand above links to other stories, folded.
var relatedHeadings = folded(
	"tin liên quan", "tin bài liên quan", "bài viết liên quan", "bài liên quan", "các tin liên quan", "các bài liên quan", "nội dung liên quan",
	"tin khác", "các tin khác", "bài khác", "các bài khác", "bài viết khác", "các bài viết khác", "những tin khác", "tin bài khác",
	"tin cùng chuyên mục", "cùng chuyên mục", "bài cùng chuyên mục", "tin cùng loại", "tin trong chuyên mục", "cùng chủ đề",
	"tin mới", "tin mới nhất", "tin mới hơn", "tin cũ hơn", "những tin mới hơn", "những tin cũ hơn", "các tin mới hơn", "các tin cũ hơn", "các tin đã đưa", "tin đã đưa", "tin đã đăng", "các tin mới đăng",
	"tin đọc nhiều", "đọc nhiều", "đọc nhiều nhất", "xem nhiều", "tin xem nhiều", "tin nổi bật", "tiêu điểm", "tin tiêu điểm", "có thể bạn quan tâm", "bạn có thể quan tâm", "mới cập nhật",
	"xem thêm", "đọc thêm", "tin tức khác", "tin tức liên quan", "video", "multimedia", "tin ảnh", "thông báo mới", "văn bản mới", "liên kết web", "liên kết website", "thống kê truy cập",
	"related news", "related articles", "more news", "most read", "latest news",
)

// commentHeadings stand above what visitors wrote, folded: the story is over.
var commentHeadings = folded(
	"bình luận", "ý kiến bạn đọc", "ý kiến của bạn", "phản hồi", "gửi bình luận", "gửi ý kiến", "ý kiến phản hồi", "bình luận của bạn", "viết bình luận",
	"gửi phản hồi", "bạn đọc bình luận", "ý kiến độc giả", "thảo luận", "để lại bình luận", "để lại một bình luận", "comments", "leave a comment", "leave a reply",
)

// tools are buttons and labels, folded.
var tools = folded(
	"in bài", "in bài viết", "in trang", "in ấn", "bản in", "in tin", "in", "print", "email", "gửi email", "gửi mail", "gửi cho bạn bè", "gửi bài viết", "gửi tin",
	"facebook", "zalo", "twitter", "tweet", "share", "like", "google+", "messenger", "telegram", "copy link", "sao chép liên kết", "linkedin", "pinterest",
	"chia sẻ", "chia sẻ bài viết", "thích", "lưu bài", "lưu bài viết", "nghe bài viết", "nghe đọc bài", "nghe nội dung", "theo dõi", "bình luận", "trang chủ", "home", "quay lại", "trở lại", "trở về",
	"lên đầu trang", "về đầu trang", "về trang trước", "a-", "a+", "aa", "cỡ chữ", "phóng to", "thu nhỏ", "tải về", "đóng", "xem toàn màn hình", "mặc định", "tắt", "đang tải", "loading", "advertisement", "quảng cáo", "menu", "tìm kiếm", "đăng nhập", "đăng ký", "skip to content", "previous", "next", "trước", "sau",
)

// toolStarts begin labels that a number or the like follows, folded.
var toolStarts = []string{"lượt xem", "số lượt xem", "cỡ chữ", "đánh giá", "lượt đọc", "đã xem", "chia sẻ", "từ khóa", "từ khoá", "tags"}

// imprintPhrases name the publisher of a page or ask for consent, folded.
var imprintPhrases = []string{
	"giấy phép số", "giấy phép thiết lập", "giấy phép xuất bản", "giấy phép hoạt động", "số giấy phép", "bản quyền", "cơ quan chủ quản",
	"tổng biên tập", "trưởng ban biên tập", "chịu trách nhiệm nội dung", "chịu trách nhiệm xuất bản", "copyright", "©", "all rights reserved",
	"ghi rõ nguồn", "thiết kế bởi", "phát triển bởi", "powered by", "lượt truy cập", "đang truy cập", "đang online", "cookie", "đường dây nóng", "điện thoại:", "email:", "fax:",
}

// asideWords are parts of class names and ids whose elements are no story.
var asideWords = set(
	"nav", "navbar", "navigation", "menu", "mainmenu", "topmenu", "submenu", "breadcrumb", "breadcrumbs", "sidebar", "rightbar", "leftbar", "aside",
	"footer", "comment", "comments", "binhluan", "ykien", "phanhoi", "respond", "related", "relate", "lienquan", "tinlienquan", "tinkhac", "othernews", "morenews", "tincungloai", "cungchuyenmuc",
	"share", "sharing", "social", "socials", "chiase", "tag", "tags", "tukhoa", "keyword", "keywords", "ads", "adv", "advert", "advertisement", "quangcao", "banner",
	"cookie", "cookies", "consent", "popup", "modal", "rating", "ratings", "vote", "danhgia", "pagination", "paging", "pager", "login", "search", "searchbox", "timkiem",
	"newsletter", "subscribe", "docnhieu", "xemnhieu", "mostread", "mostview", "tinmoi", "hotnews", "latest", "weather", "thoitiet", "poll", "thamdo", "counter", "visitor", "truycap",
	"copyright", "lienketweb", "weblink", "weblinks", "toolbar", "printbox", "skip", "widget", "recommend", "recommended", "popular",
)

// asidePairs are two neighbouring parts of a class name or id.
var asidePairs = set(
	"lien quan", "tin khac", "binh luan", "chia se", "tu khoa", "quang cao", "doc nhieu", "xem nhieu", "tin moi", "other news", "most read", "most viewed",
	"side bar", "bread crumb", "cung chuyen", "y kien", "danh gia", "top bar", "box news", "news other", "hot news", "tin lien", "thong ke", "article tool", "article tools", "right col", "col right", "left col", "col left",
)

// storyWords are parts of class names and ids around stories.
var storyWords = set(
	"article", "articlebody", "articlecontent", "entry", "post", "detail", "contentdetail", "detailcontent", "fck", "newscontent", "newsdetail",
	"noidung", "noidungtin", "chitiet", "chitiettin", "bodycontent", "maincontent", "story", "journal", "afcbc", "cms", "edittext", "abody",
)

// aside reports whether class, id or role say that an element is no story.
func (p *page) aside(n *node) bool {
	for _, a := range p.attrs[n.attr : n.attr+n.attrs] {
		switch a.key {
		case keyClass, keyID:
			if asideName(a.value) {
				return true
			}
		case keyRole:
			switch a.value {
			case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar":
				return n.tag != atom.Body
			}
		default:
		}
	}
	return false
}

// story reports whether an element says that it holds a story.
func (p *page) story(n *node) bool {
	if n.tag == atom.Article || n.tag == atom.Main {
		return true
	}
	for _, a := range p.attrs[n.attr : n.attr+n.attrs] {
		switch a.key {
		case keyItemprop:
			if a.value == "articleBody" {
				return true
			}
		case keyRole:
			if a.value == "main" || a.value == "article" {
				return true
			}
		case keyClass, keyID:
			for part := range nameParts(a.value) {
				if storyWords[part] {
					return true
				}
			}
		default:
		}
	}
	return false
}

func asideName(value string) bool {
	before := ""
	for part := range nameParts(value) {
		if asideWords[part] {
			return true
		}
		if before != "" && asidePairs[before+" "+part] {
			return true
		}
		before = part
	}
	return false
}

// nameParts yields the words of a class list or id in lower case:
// "box-TinLienQuan" is box, tin, lien, quan; a whole name is a word too.
func nameParts(value string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if len(value) > 300 {
			return
		}
		for name := range strings.FieldsFuncSeq(value, func(r rune) bool {
			return r == ' ' || r == '-' || r == '_' || r == '\n' || r == '\t' || r == ':' || r == '/'
		}) {
			humps := 0
			start := 0
			for i := 1; i < len(name); i++ {
				if upper(name[i]) && !upper(name[i-1]) {
					if !yield(strings.ToLower(name[start:i])) {
						return
					}
					start = i
					humps++
				}
			}
			if !yield(strings.ToLower(name[start:])) {
				return
			}
			if humps > 0 && !yield(strings.ToLower(name)) {
				return
			}
		}
	}
}

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }
