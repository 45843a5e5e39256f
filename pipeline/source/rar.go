package source

import (
	"errors"
	"io"
	"os"

	"github.com/nwaples/rardecode/v2"
	"github.com/tongket/tongket/pipeline/report"
)

func listRar(a archive, each func(member) bool) error {
	password, err := a.rarPassword()
	if err != nil {
		return err
	}
	r, closer, err := a.openRar(password)
	if err != nil {
		return rarFault(err)
	}
	defer closer.Close()
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return rarFault(err)
		}
		m := aside()
		if !h.IsDir && (h.LinkType == rardecode.LinkTypeNone || h.LinkType == rardecode.LinkTypeFileCopy) {
			m = member{name: decodeName(h.Name), size: h.UnPackedSize, open: func() (io.Reader, error) {
				return a.counted(faultReader{r, rarFault}), nil
			}}
			if h.UnKnownSize {
				m.size = -1
			}
		}
		if !each(m) {
			return nil
		}
	}
}

// rarReader is what both ways of opening give.
type rarReader interface {
	io.Reader
	Next() (*rardecode.FileHeader, error)
}

// openRar opens an archive in memory, or on disk with its volumes.
func (a archive) openRar(password string) (rarReader, io.Closer, error) {
	opts := []rardecode.Option{rardecode.MaxDictionarySize(dictionary)}
	if password != "" {
		opts = append(opts, rardecode.Password(password))
	}
	if a.file != "" {
		rc, err := rardecode.OpenReader(a.file, opts...)
		return rc, rc, err
	}
	r, err := rardecode.NewReader(a.whole(), opts...)
	return r, io.NopCloser(nil), err
}

// rarPassword returns the first password that opens the first locked member,
// "" when none is needed. Old archives keep no check of the password: there,
// the checksum of that member decides.
func (a archive) rarPassword() (string, error) {
	if !a.rarLocked() {
		return "", nil
	}
	for _, password := range a.passwords {
		if err := a.ctx.Err(); err != nil {
			return "", err
		}
		if a.opensRar(password) {
			return password, nil
		}
	}
	return "", report.Becausef(report.Locked, "none of %d passwords opens it", len(a.passwords))
}

// rarLocked reports whether the list or the first file needs a password.
func (a archive) rarLocked() bool {
	r, closer, err := a.openRar("")
	if err != nil {
		return errors.Is(err, rardecode.ErrArchiveEncrypted)
	}
	defer closer.Close()
	for {
		h, err := r.Next()
		if err != nil {
			return errors.Is(err, rardecode.ErrArchiveEncrypted) || errors.Is(err, rardecode.ErrArchivedFileEncrypted)
		}
		if !h.IsDir {
			return h.Encrypted || h.HeaderEncrypted
		}
	}
}

func (a archive) opensRar(password string) bool {
	r, closer, err := a.openRar(password)
	if err != nil {
		return false
	}
	defer closer.Close()
	for {
		h, err := r.Next()
		if err != nil {
			return false
		}
		if !h.IsDir {
			_, err := io.Copy(io.Discard, io.LimitReader(r, a.budget.limits.Bytes))
			return err == nil
		}
	}
}

// rarFault gives an error of package rardecode its reason.
func rarFault(err error) error {
	switch {
	case errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted), errors.Is(err, rardecode.ErrBadPassword):
		return report.Because(report.Locked, err)
	case errors.Is(err, rardecode.ErrMultiVolume), errors.Is(err, rardecode.ErrUnexpectedArcEnd), errors.Is(err, rardecode.ErrShortFile), errors.Is(err, rardecode.ErrDecoderOutOfData):
		return report.Because(report.Truncated, err)
	case errors.Is(err, rardecode.ErrDictionaryTooLarge):
		return report.Because(report.TooLarge, err)
	case errors.Is(err, rardecode.ErrUnknownVersion), errors.Is(err, rardecode.ErrUnsupportedDecoder), errors.Is(err, rardecode.ErrUnknownDecoder), errors.Is(err, rardecode.ErrUnknownEncryptMethod):
		return report.Because(report.Unsupported, err)
	case errors.Is(err, os.ErrNotExist):
		return report.Becausef(report.Truncated, "a later volume is not there: %w", err)
	}
	return err
}
