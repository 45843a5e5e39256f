package pdf

// function is an exported function of PDFium.
type function int

// The functions that are called, named as in PDFium's headers.
const (
	malloc function = iota
	free
	loadMemDocument
	closeDocument
	getLastError
	getPageCount
	getMetaText
	getFormType
	loadPage
	closePage
	getPageBox
	textLoadPage
	textClosePage
	textCountChars
	textUnicode
	textAll
	textLooseBox
	textObject
	textFontSize
	textMatrix
	textObjFont
	fontName
	fontWeight
	fontFlags
	countObjects
	getObject
	objectType
	objectBounds
	objectMatrix
	imageMetadata
	formCountObjects
	formGetObject
	pathCountSegments
	pathSegment
	segmentPoint
	segmentType
	segmentClose
	pathDrawMode
	pageWidth
	pageHeight
	bitmapCreate
	bitmapFill
	bitmapBuffer
	bitmapStride
	bitmapDestroy
	renderPage
	attachmentCount
	attachmentGet
	attachmentName
	attachmentFile
	formInfoCreate
	formInit
	formExit
	annotCount
	annotGet
	annotClose
	annotSubtype
	annotRect
	annotFieldType
	annotFieldValue
	annotFlags
	annotString
	annotLook
	annotRemove
	flatten
	functionCount
)

var exported = [functionCount]string{
	malloc: "malloc", free: "free",
	loadMemDocument: "FPDF_LoadMemDocument", closeDocument: "FPDF_CloseDocument", getLastError: "FPDF_GetLastError",
	getPageCount: "FPDF_GetPageCount", getMetaText: "FPDF_GetMetaText", getFormType: "FPDF_GetFormType",
	loadPage: "FPDF_LoadPage", closePage: "FPDF_ClosePage", getPageBox: "FPDF_GetPageBoundingBox",
	textLoadPage: "FPDFText_LoadPage", textClosePage: "FPDFText_ClosePage", textCountChars: "FPDFText_CountChars",
	textUnicode: "FPDFText_GetUnicode", textAll: "FPDFText_GetText", textLooseBox: "FPDFText_GetLooseCharBox", textObject: "FPDFText_GetTextObject",
	textFontSize: "FPDFText_GetFontSize", textMatrix: "FPDFText_GetMatrix", textObjFont: "FPDFTextObj_GetFont",
	fontName: "FPDFFont_GetBaseFontName", fontWeight: "FPDFFont_GetWeight", fontFlags: "FPDFFont_GetFlags",
	countObjects: "FPDFPage_CountObjects", getObject: "FPDFPage_GetObject",
	objectType: "FPDFPageObj_GetType", objectBounds: "FPDFPageObj_GetBounds", objectMatrix: "FPDFPageObj_GetMatrix",
	imageMetadata:    "FPDFImageObj_GetImageMetadata",
	formCountObjects: "FPDFFormObj_CountObjects", formGetObject: "FPDFFormObj_GetObject",
	pathCountSegments: "FPDFPath_CountSegments", pathSegment: "FPDFPath_GetPathSegment",
	segmentPoint: "FPDFPathSegment_GetPoint", segmentType: "FPDFPathSegment_GetType", segmentClose: "FPDFPathSegment_GetClose",
	pathDrawMode: "FPDFPath_GetDrawMode",
	pageWidth:    "FPDF_GetPageWidthF", pageHeight: "FPDF_GetPageHeightF",
	bitmapCreate: "FPDFBitmap_CreateEx", bitmapFill: "FPDFBitmap_FillRect", bitmapBuffer: "FPDFBitmap_GetBuffer",
	bitmapStride: "FPDFBitmap_GetStride", bitmapDestroy: "FPDFBitmap_Destroy", renderPage: "FPDF_RenderPageBitmap",
	attachmentCount: "FPDFDoc_GetAttachmentCount", attachmentGet: "FPDFDoc_GetAttachment",
	attachmentName: "FPDFAttachment_GetName", attachmentFile: "FPDFAttachment_GetFile",
	formInfoCreate: "FPDF_FORMFILLINFO_Create", formInit: "FPDFDOC_InitFormFillEnvironment", formExit: "FPDFDOC_ExitFormFillEnvironment",
	annotCount: "FPDFPage_GetAnnotCount", annotGet: "FPDFPage_GetAnnot", annotClose: "FPDFPage_CloseAnnot",
	annotSubtype: "FPDFAnnot_GetSubtype", annotRect: "FPDFAnnot_GetRect",
	annotFieldType: "FPDFAnnot_GetFormFieldType", annotFieldValue: "FPDFAnnot_GetFormFieldValue",
	annotFlags: "FPDFAnnot_GetFlags", annotString: "FPDFAnnot_GetStringValue",
	annotLook: "FPDFAnnot_GetAP", annotRemove: "FPDFPage_RemoveAnnot", flatten: "FPDFPage_Flatten",
}
