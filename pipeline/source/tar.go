package source

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// isTar recognises a tar by its mark or, as those of the oldest programs have
// none, by the checksum of its first header.
func isTar(head []byte, _ io.ReaderAt, _ int64, _ string) bool { return tarHeader(head) }

func tarHeader(head []byte) bool {
	if len(head) < headSize || head[0] == 0 {
		return false
	}
	if string(head[257:262]) == "ustar" {
		return true
	}
	const from, to = 148, 156 // the checksum itself, taken as blanks
	want, err := strconv.ParseInt(strings.Trim(string(head[from:to]), " \x00"), 8, 32)
	if err != nil {
		return false
	}
	sum := int64(8 * ' ')
	for i, b := range head[:headSize] {
		if i < from || i >= to {
			sum += int64(b)
		}
	}
	return sum == want
}

func listTar(a archive, each func(member) bool) error { return tarMembers(a.counted(a.whole()), each) }

// tarMembers reads a tar to the end of the stream and not only to its own: what
// packed the stream keeps its checksum there.
func tarMembers(r io.Reader, each func(member) bool) error {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			_, err = io.Copy(io.Discard, r)
			return err
		}
		if err != nil {
			return fmt.Errorf("tar: %w", err)
		}
		m := aside()
		if h.Typeflag == tar.TypeReg {
			m = member{name: decodeName(h.Name), size: h.Size, open: func() (io.Reader, error) { return t, nil }}
		}
		if !each(m) {
			return nil
		}
	}
}

// packed lists what a packed stream holds: a tar, or one file.
func (a archive) packed(r io.Reader, name string, each func(member) bool) error {
	stream := a.counted(r)
	head, err := readHead(stream)
	if err != nil {
		return err
	}
	whole := io.MultiReader(bytes.NewReader(head), stream)
	if tarHeader(head) {
		return tarMembers(whole, each)
	}
	each(member{name: name, size: -1, open: func() (io.Reader, error) { return whole, nil }})
	return nil
}

// readHead reads headSize bytes, or all there are. Unlike io.ReadFull it can
// tell a short file from a stream that was cut.
func readHead(r io.Reader) ([]byte, error) {
	head := make([]byte, 0, headSize)
	for len(head) < headSize {
		n, err := r.Read(head[len(head):headSize])
		head = head[:len(head)+n]
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return head, nil
		}
		if err != nil {
			return head, err
		}
	}
	return head, nil
}
