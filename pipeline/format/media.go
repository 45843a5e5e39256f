package format

// The media types that Sniff tells apart and that have a reader.
const (
	MediaDocx     = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	MediaDocm     = "application/vnd.ms-word.document.macroEnabled"
	MediaDotx     = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
	MediaDotm     = "application/vnd.ms-word.template.macroEnabledTemplate"
	MediaXlsx     = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	MediaXlsm     = "application/vnd.ms-excel.sheet.macroEnabled"
	MediaXltx     = "application/vnd.openxmlformats-officedocument.spreadsheetml.template"
	MediaOdt      = "application/vnd.oasis.opendocument.text"
	MediaOtt      = "application/vnd.oasis.opendocument.text-template"
	MediaOdm      = "application/vnd.oasis.opendocument.text-master"
	MediaOds      = "application/vnd.oasis.opendocument.spreadsheet"
	MediaOts      = "application/vnd.oasis.opendocument.spreadsheet-template"
	MediaFlatODF  = "application/vnd.oasis.opendocument.text-flat-xml"
	MediaFlatODS  = "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
	MediaDoc      = "application/msword"
	MediaXls      = "application/vnd.ms-excel"
	MediaMsg      = "application/vnd.ms-outlook"
	MediaRTF      = "application/rtf"
	MediaWordXML  = "application/vnd.ms-word.2003+xml"
	MediaExcelXML = "application/vnd.ms-excel.2003+xml"
	MediaPDF      = "application/pdf"
	MediaHTML     = "text/html"
	MediaMHTML    = "multipart/related"
	MediaEML      = "message/rfc822"
	MediaSigned   = "application/pkcs7-mime" // a mail or document inside its signature, or an encrypted one
	MediaMarkdown = "text/markdown"
	MediaCSV      = "text/csv"
	MediaPlain    = "text/plain"
	MediaPNG      = "image/png"
	MediaJPEG     = "image/jpeg"
	MediaTIFF     = "image/tiff"
)

// The media types of archives, which source opens before any reader.
const (
	MediaZip   = "application/zip"
	MediaTar   = "application/x-tar"
	MediaGzip  = "application/gzip"
	MediaBzip2 = "application/x-bzip2"
	MediaXz    = "application/x-xz"
	MediaZstd  = "application/zstd"
	Media7z    = "application/x-7z-compressed"
	MediaRar   = "application/x-rar-compressed"
)

// The media types of what is known and not read.
const (
	MediaEncrypted = "application/x-encrypted-ooxml" // docx or xlsx with a password
	MediaLock      = "application/x-office-lock"     // "~$bao-cao.docx"
	MediaThumbs    = "application/x-thumbs-db"       // Thumbs.db
	MediaOLE       = "application/x-ole-storage"     // a compound file of an unknown kind
	MediaBinary    = "application/octet-stream"
	MediaXlsb      = "application/vnd.ms-excel.sheet.binary.macroEnabled"
	MediaPptx      = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	MediaPpt       = "application/vnd.ms-powerpoint"
	MediaOdp       = "application/vnd.oasis.opendocument.presentation"
	MediaOdg       = "application/vnd.oasis.opendocument.graphics"
	MediaWPD       = "application/vnd.wordperfect"
	MediaWorks     = "application/vnd.ms-works"
	MediaOldWord   = "application/x-word-old" // Word 1 and 2, Write, Word for DOS
	MediaHWP       = "application/x-hwp"
	MediaTNEF      = "application/ms-tnef" // winmail.dat
	MediaEpub      = "application/epub+zip"
	MediaDjvu      = "image/vnd.djvu"
	MediaPS        = "application/postscript"
	MediaXPS       = "application/oxps"
)

// unread are documents of kinds that no reader reads, with what people call
// them.
var unread = map[string]string{
	MediaXlsb:    "binary Excel workbook",
	MediaPptx:    "PowerPoint presentation",
	MediaPpt:     "PowerPoint 97-2003 presentation",
	MediaOdp:     "OpenDocument presentation",
	MediaOdg:     "OpenDocument drawing",
	MediaWPD:     "WordPerfect document",
	MediaWorks:   "Works document",
	MediaOldWord: "document of Word before version 6",
	MediaHWP:     "Hangul document",
	MediaTNEF:    "mail that Outlook packed for itself (winmail.dat; the program tnef takes its files out)",
	MediaEpub:    "electronic book",
	MediaDjvu:    "DjVu scan",
	MediaPS:      "PostScript document",
	MediaXPS:     "XPS document",
	MediaZip:     "zip archive",
	MediaTar:     "tar archive",
	MediaGzip:    "gzip archive",
	MediaBzip2:   "bzip2 archive",
	MediaXz:      "xz archive",
	MediaZstd:    "zstd archive",
	Media7z:      "7z archive",
	MediaRar:     "rar archive",
}

// IsArchive reports whether a media type is that of an archive.
func IsArchive(media string) bool {
	switch media {
	case MediaZip, MediaTar, MediaGzip, MediaBzip2, MediaXz, MediaZstd, Media7z, MediaRar:
		return true
	}
	return false
}
