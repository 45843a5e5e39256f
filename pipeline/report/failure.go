package report

import (
	"errors"
	"fmt"
)

// Stage says where on its way a document stopped.
type Stage string

// The stages.
const (
	StageSource   Stage = "source"   // finding and opening the input
	StageRead     Stage = "read"     // the reader of its format
	StageText     Stage = "text"     // encoding, paragraphs
	StageExtract  Stage = "extract"  // the rules
	StageAssemble Stage = "assemble" // rows
)

// Reason says in a stable code why a document was not read whole. Hint gives
// the cure.
type Reason string

// The reasons.
const (
	Locked       Reason = "locked"        // a password is needed
	Damaged      Reason = "damaged"       // the bytes contradict their format
	Truncated    Reason = "truncated"     // the file ends too early
	Empty        Reason = "empty"         // no bytes, or no text in them
	Unsupported  Reason = "unsupported"   // a known format that is not read: Word 6/95
	NoDocument   Reason = "not_document"  // a picture folder's thumbs.db, a program, a lock file
	TooLarge     Reason = "too_large"     // more bytes than the limit
	TooMany      Reason = "too_many"      // more pages, cells or members than the limit
	TooDeep      Reason = "too_deep"      // nested deeper than the limit
	Expansion    Reason = "expansion"     // an archive that unpacks to more than its budget
	TimedOut     Reason = "timed_out"     // the wall clock limit of one document
	MissingTool  Reason = "missing_tool"  // an outside program is not installed
	ToolFailed   Reason = "tool_failed"   // an outside program ended badly
	Coarse       Reason = "coarse"        // a scan of too few dots per inch
	Garbled      Reason = "garbled"       // the text is damaged beyond repair
	Permission   Reason = "permission"    // the surroundings do not let us read
	NotFound     Reason = "not_found"     // no such input
	Unreadable   Reason = "unreadable"    // the disk or the network failed
	Changed      Reason = "changed"       // the file changed while it was read
	NotRegular   Reason = "not_regular"   // a pipe, a socket, a device
	UnsafeName   Reason = "unsafe_name"   // a member whose name leaves its folder
	Internal     Reason = "internal"      // our bug
	Interrupted  Reason = "interrupted"   // the run was stopped
	LimitReached Reason = "limit_reached" // the run's limit on failures
)

// Passing reports whether the surroundings caused the failure, so that the
// next run may succeed on the same bytes.
func (r Reason) Passing() bool {
	switch r {
	case Locked, TimedOut, MissingTool, ToolFailed, Permission, NotFound, Unreadable, Changed, Interrupted, LimitReached:
		return true
	case Damaged, Truncated, Empty, Unsupported, NoDocument, TooLarge, TooMany, TooDeep, Expansion, Coarse, Garbled,
		NotRegular, UnsafeName, Internal:
	}
	return false
}

// Shut reports whether an input could not be looked at, for no fault of its own.
func (r Reason) Shut() bool { return r == Permission || r == NotFound || r == Unreadable }

// Hint says what to do about it, in Vietnamese and English.
func (r Reason) Hint() Label {
	switch r {
	case Locked:
		return Label{"Tệp có mật khẩu: gỡ mật khẩu, hoặc ghi mật khẩu vào tệp nêu ở --passwords", "The file has a password: remove it, or list the password in the file named by --passwords"}
	case Damaged:
		return Label{"Tệp hỏng: xin lại bản gốc, hoặc mở bằng Word/LibreOffice rồi lưu lại", "The file is damaged: ask for the original, or open it in Word or LibreOffice and save it again"}
	case Truncated:
		return Label{"Tệp bị cắt cụt: sao chép hoặc tải lại từ nguồn", "The file is cut short: copy or download it again"}
	case Empty:
		return Label{"Tệp không có chữ: kiểm tra bản gốc", "There is no text in the file: check the original"}
	case Unsupported:
		return Label{"Định dạng này chưa đọc được: mở bằng LibreOffice rồi lưu thành .docx", "This format is not read: open it in LibreOffice and save it as .docx"}
	case NoDocument:
		return Label{"Không phải văn bản báo cáo: không cần làm gì", "Not a document: nothing to do"}
	case TooLarge:
		return Label{"Tệp lớn hơn giới hạn limits.bytes: tăng giới hạn hoặc chia nhỏ tệp", "The file is larger than limits.bytes: raise the limit or split the file"}
	case TooMany:
		return Label{"Nhiều trang, ô hoặc thành phần hơn giới hạn: tăng giới hạn trong limits hoặc chia nhỏ tệp", "More pages, cells or members than the limit: raise it under limits or split the file"}
	case TooDeep:
		return Label{"Lồng nhau quá sâu: giải nén bằng tay, hoặc tăng limits.depth", "Nested too deeply: unpack it by hand, or raise limits.depth"}
	case Expansion:
		return Label{"Tệp nén bung ra quá giới hạn limits.expansion: giải nén bằng tay nếu tin nguồn gửi", "The archive unpacks to more than limits.expansion: unpack it by hand if you trust its sender"}
	case TimedOut:
		return Label{"Đọc quá thời gian cho phép: tăng limits.time hoặc chạy lại khi máy rảnh", "Reading took longer than allowed: raise limits.time or run again when the machine is idle"}
	case MissingTool:
		return Label{"Bản quét cần nhận dạng chữ: cài đặt bằng lệnh apt-get install tesseract-ocr tesseract-ocr-vie, rồi chạy lại", "A scan needs character recognition: apt-get install tesseract-ocr tesseract-ocr-vie, then run again"}
	case ToolFailed:
		return Label{"Chương trình ngoài chạy lỗi: chạy lại; nếu vẫn lỗi, chuyển tệp sang .docx hoặc .pdf có chữ", "An outside program failed: run again; if it fails again, convert the file to .docx or a PDF with text"}
	case Coarse:
		return Label{"Bản quét quá thưa điểm để nhận dạng chữ: quét lại ở 300 dpi, ít nhất là 150", "The scan has too few dots for recognition: scan it again at 300 dots per inch, at least 150"}
	case Garbled:
		return Label{"Chữ hỏng không khôi phục được: xin bản gốc hoặc bản Unicode", "The text is damaged beyond repair: ask for the original or a Unicode copy"}
	case Permission:
		return Label{"Không có quyền đọc: cấp quyền đọc tệp hoặc thư mục rồi chạy lại", "No permission to read: grant it on the file or folder, then run again"}
	case NotFound:
		return Label{"Không tìm thấy: kiểm tra đường dẫn", "Not found: check the path"}
	case Unreadable:
		return Label{"Ổ đĩa hoặc mạng báo lỗi khi đọc: kiểm tra thiết bị rồi chạy lại", "The disk or network failed while reading: check it, then run again"}
	case Changed:
		return Label{"Tệp thay đổi trong khi đọc: chạy lại khi tệp đã yên", "The file changed while it was read: run again when it is at rest"}
	case NotRegular:
		return Label{"Không phải tệp thường (ống dẫn, thiết bị, liên kết vòng): bỏ ra khỏi thư mục", "Not a regular file (a pipe, a device, a link to itself): take it out of the folder"}
	case UnsafeName:
		return Label{"Tên thành phần trong tệp nén không an toàn: không đọc; kiểm tra nguồn gửi", "The member's name leaves its archive: it is not read; check the sender"}
	case Internal:
		return Label{"Lỗi của chương trình: gửi tệp này cho nhóm phát triển", "Our bug: please send us this file"}
	case Interrupted:
		return Label{"Lượt chạy bị dừng: chạy lại để tiếp tục", "The run was stopped: run again to go on"}
	case LimitReached:
		return Label{"Lượt chạy dừng vì quá nhiều tệp lỗi: xem các tệp lỗi, sửa cấu hình rồi chạy lại", "The run stopped because too many documents failed: look at them, mend the configuration, run again"}
	}
	return Label{}
}

// Failure is a document's trouble: an error that says where and why.
type Failure struct {
	Path   string
	Stage  Stage
	Reason Reason
	Err    error
}

func (f *Failure) Error() string {
	switch {
	case f.Path == "" && f.Err == nil:
		return string(f.Reason)
	case f.Path == "":
		return fmt.Sprintf("%s: %v", f.Reason, f.Err)
	case f.Err == nil:
		return fmt.Sprintf("%s: %s: %s", f.Path, f.Stage, f.Reason)
	}
	return fmt.Sprintf("%s: %s: %s: %v", f.Path, f.Stage, f.Reason, f.Err)
}

func (f *Failure) Unwrap() error { return f.Err }

// Hint says what to do about the failure. What goes wrong where inputs are found
// and opened is an archive's trouble where it is damage, and no reader helps.
func (f *Failure) Hint() Label {
	if f.Stage == StageSource && (f.Reason == Damaged || f.Reason == Truncated) {
		return Label{
			VI: "Tệp nén hỏng: sao chép hoặc tải lại; nếu vẫn lỗi, dùng 7-Zip giải nén những tệp còn đọc được rồi chạy trên thư mục đó",
			EN: "The archive is damaged: copy or download it again; if it stays so, unpack with 7-Zip what can still be read and run on that folder",
		}
	}
	return f.Reason.Hint()
}

// Because marks an error with the reason that the code closest to the trouble
// knows. Stage and path are filled in above.
func Because(r Reason, err error) error { return &Failure{Reason: r, Err: err} }

// Becausef is Because with a formatted error.
func Becausef(r Reason, format string, args ...any) error {
	return &Failure{Reason: r, Err: fmt.Errorf(format, args...)}
}

// Status is what becomes of an input of which nothing was read: what is no
// document is no failure to read one.
func (f *Failure) Status() Status {
	if f != nil && f.Reason == NoDocument {
		return Skipped
	}
	return Failed
}

// AsFailure returns err as a Failure of a stage. A reason found in err is kept;
// otherwise it is fallback.
func AsFailure(path string, stage Stage, err error, fallback Reason) *Failure {
	out := &Failure{Path: path, Stage: stage, Reason: fallback, Err: err}
	if f, ok := errors.AsType[*Failure](err); ok {
		out.Reason = f.Reason
		if f.Stage != "" {
			out.Stage = f.Stage
		}
		if err == error(f) { //nolint:errorlint // the failure itself, not one that wraps it
			out.Err = f.Err
		}
	}
	return out
}
