package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
)

// The exit statuses of every verb.
const (
	exitDone        = 0
	exitBug         = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitTooMany     = 4
	exitUnreachable = 5
)

// usageError is a mistake in the command line or the configuration.
type usageError struct{ error }

func (u *usageError) Unwrap() error { return u.error }

// unreachable is an input or output that cannot be got at.
type unreachable struct{ error }

func (u *unreachable) Unwrap() error { return u.error }

// someFailed is the error of a verb that finished and has bad news, all said
// already.
type someFailed struct{ n int }

func (s *someFailed) Error() string { return fmt.Sprintf("%d failed", s.n) }

// exitStatus maps the error of a verb to the status of the program.
func exitStatus(err error) int {
	if err == nil {
		return exitDone
	}
	if i, ok := errors.AsType[*interrupted](err); ok {
		return i.status()
	}
	if _, ok := errors.AsType[*usageError](err); ok {
		return exitUsage
	}
	if _, ok := errors.AsType[*someFailed](err); ok {
		return exitSomeFailed
	}
	if _, ok := errors.AsType[*pipeline.TooMany](err); ok {
		return exitTooMany
	}
	if isUnreachable(err) {
		return exitUnreachable
	}
	if errors.Is(err, context.Canceled) {
		return 130
	}
	return exitBug
}

// isUnreachable reports whether the surroundings are at fault: a disk that is
// full or gone, a folder that must not be written, another run.
func isUnreachable(err error) bool {
	if _, ok := errors.AsType[*unreachable](err); ok {
		return true
	}
	if _, ok := errors.AsType[*journal.Busy](err); ok {
		return true
	}
	if _, ok := errors.AsType[*publish.InTheWay](err); ok {
		return true
	}
	if f, ok := errors.AsType[*report.Failure](err); ok {
		return f.Reason.Passing()
	}
	if errors.Is(err, journal.ErrDamaged) {
		return true
	}
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return true
	}
	_, ok := errors.AsType[syscall.Errno](err)
	return ok
}

// complain says on the terminal why a verb failed, and what to try, in the
// language of the terminal.
func (a *app) complain(err error) {
	if err == nil {
		return
	}
	if _, ok := errors.AsType[*someFailed](err); ok {
		return // said in the verb's own words
	}
	if a.said {
		a.said = false // a schedule goes on
		return
	}
	if _, ok := errors.AsType[*interrupted](err); ok {
		fmt.Fprintln(a.err, say(a.lang, "Đã dừng theo yêu cầu; trạng thái đã lưu, chạy lại cùng lệnh để tiếp tục.", "Stopped as asked; the state is saved, run the same command to go on."))
		return
	}
	fmt.Fprintf(a.err, "tongket: %s\n", report.Translate(a.lang, err.Error()))
	if hint := cure(err).In(a.lang); hint != "" {
		fmt.Fprintf(a.err, "  %s\n", hint)
	}
}

// cure says what to do about an error of the system.
func cure(err error) report.Label {
	if f, ok := errors.AsType[*report.Failure](err); ok && f.Reason == report.Permission {
		return f.Hint()
	}
	if _, ok := errors.AsType[*unopened](err); ok {
		if errors.Is(err, fs.ErrPermission) {
			return report.Permission.Hint()
		}
		return report.Label{}
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return report.Label{
			VI: "Đĩa đầy: dọn chỗ hoặc chọn thư mục khác bằng -o; kết quả đã công bố vẫn nguyên, chạy lại để tiếp tục",
			EN: "the disk is full: make room or choose another folder with -o; what was published before is as it was, run again to go on",
		}
	case errors.Is(err, syscall.EROFS):
		return report.Label{VI: "Hệ thống tệp chỉ đọc: chọn thư mục khác bằng -o", EN: "the file system is read-only: choose another folder with -o"}
	case errors.Is(err, fs.ErrPermission):
		return report.Label{VI: "Không có quyền: cấp quyền, hoặc chọn thư mục khác bằng -o", EN: "no permission: grant it, or choose another folder with -o"}
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EEXIST):
		return report.Label{VI: "Nơi ghi phải là thư mục: chọn tên khác bằng -o", EN: "the outputs need a folder: name another with -o"}
	case errors.Is(err, syscall.EIO):
		return report.Label{VI: "Ổ đĩa hoặc mạng báo lỗi: kiểm tra rồi chạy lại để tiếp tục", EN: "the disk or the network failed: check it, then run again to go on"}
	}
	return report.Label{}
}
