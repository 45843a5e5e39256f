package source

import (
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"strconv"

	"github.com/bodgit/sevenzip"

	"github.com/tongket/tongket/pipeline/report"
)

func listSevenZip(a archive, each func(member) bool) error {
	z, err := a.openSevenZip()
	if err != nil {
		return err
	}
	defer z.close()
	for _, f := range z.File {
		m := aside()
		if mode := f.Mode(); mode&fs.ModeType == 0 {
			m = member{name: decodeName(f.Name), size: size(f.UncompressedSize), open: func() (io.Reader, error) { return a.un7z(f) }}
		}
		if !each(m) {
			return nil
		}
	}
	return nil
}

func (a archive) un7z(f *sevenzip.File) (io.Reader, error) {
	r, err := f.Open()
	if err != nil {
		return nil, sevenZipFault(err)
	}
	c := &checkReader{r: r, left: size(f.UncompressedSize), want: f.CRC32}
	return bothClosed{a.counted(faultReader{c, sevenZipFault}), r}, nil
}

// checkReader compares what was read with the checksum of the member: damage,
// or a wrong password, may unpack to something without any other error.
type checkReader struct {
	r         io.Reader
	left      int64
	sum, want uint32
}

var errChecksum = errors.New("the content does not fit its checksum")

func (c *checkReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.sum = crc32.Update(c.sum, crc32.IEEETable, p[:n])
	c.left -= int64(n)
	if err == io.EOF && (c.left > 0 || c.want != 0 && c.sum != c.want) {
		err = errChecksum
	}
	return n, err
}

// sevenZipFault tells a wrong password from damage as well as the format
// allows: it keeps no check of the password.
func sevenZipFault(err error) error {
	if e, ok := errors.AsType[*sevenzip.ReadError](err); ok && e.Encrypted {
		return report.Because(report.Locked, err)
	}
	return err
}

// opened7z is an archive and, for one on disk with its volumes, their closer.
type opened7z struct {
	*sevenzip.Reader
	closer io.Closer // nil for one in memory
}

func (z opened7z) close() {
	if z.closer != nil {
		z.closer.Close()
	}
}

// openSevenZip opens the archive by the first password under which its
// smallest member reads well.
func (a archive) openSevenZip() (opened7z, error) {
	z, bare := a.probe7z("")
	if bare.err == nil {
		return z, nil
	}
	for _, password := range a.passwords {
		if err := a.ctx.Err(); err != nil {
			return z, err
		}
		other, trial := a.probe7z(password)
		other.close()
		if trial.err == nil {
			z.close()
			// Opened afresh: sevenzip v1.6.5 writes the password over its copy
			// of the archive's header when it first makes the key from it.
			return a.trySevenZip(password)
		}
	}
	if a.locked7z(bare) {
		z.close()
		return opened7z{}, report.Becausef(report.Locked, "none of %d passwords opens it", len(a.passwords))
	}
	return z, bare.opening // of the members, the damaged ones tell it one by one
}

// locked7z tells a locked archive from a damaged one. The format keeps no check
// of the password, but what unpacks differently under different passwords is
// locked; a handful makes sure, as each ends in one of few errors.
func (a archive) locked7z(bare trial7z) bool {
	if e, ok := errors.AsType[*sevenzip.ReadError](bare.err); ok && e.Encrypted {
		return true
	}
	for i := range 6 {
		z, other := a.probe7z("\x00" + strconv.Itoa(i))
		z.close()
		if other.err == nil || bare.sum != other.sum || bare.err.Error() != other.err.Error() {
			return true
		}
	}
	return false
}

func (a archive) trySevenZip(password string) (opened7z, error) {
	if a.file != "" && volumeName.MatchString(a.file) {
		rc, err := sevenzip.OpenReaderWithPassword(a.file, password)
		if err != nil {
			return opened7z{}, err
		}
		return opened7z{&rc.Reader, rc}, nil
	}
	z, err := sevenzip.NewReaderWithPassword(a.data, a.size, password)
	return opened7z{z, nil}, err
}

// trial7z is what came of one password.
type trial7z struct {
	opening error  // the list could not be read
	err     error  // that, or the probed member could not
	sum     uint32 // of what was unpacked
}

// probe7z reads the smallest member that has content.
func (a archive) probe7z(password string) (opened7z, trial7z) {
	z, err := a.trySevenZip(password)
	if err != nil {
		return z, trial7z{opening: err, err: err}
	}
	var probe *sevenzip.File
	for _, f := range z.File {
		if f.UncompressedSize > 0 && (probe == nil || f.UncompressedSize < probe.UncompressedSize) {
			probe = f
		}
	}
	if probe == nil || size(probe.UncompressedSize) > a.budget.limits.Bytes {
		return z, trial7z{} // none is read, or all are refused for their size
	}
	r, err := probe.Open()
	if err != nil {
		return z, trial7z{err: err}
	}
	defer r.Close()
	c := &checkReader{r: r, left: size(probe.UncompressedSize), want: probe.CRC32}
	_, err = io.Copy(io.Discard, c)
	return z, trial7z{err: err, sum: c.sum}
}

// faultReader gives the errors of a reader their reason.
type faultReader struct {
	r     io.Reader
	fault func(error) error
}

func (f faultReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = f.fault(err)
	}
	return n, err
}
