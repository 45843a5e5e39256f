package main

import "github.com/tongket/tongket/pipeline/report"

// help is what a verb says of itself.
type help struct {
	short, long report.Label
	exits       bool // the exit statuses stand behind it
}

// exitHelp are the exit statuses of every verb.
var exitHelp = report.Label{
	VI: `Mã thoát:
  0    xong; thư mục rỗng ở lượt đầu cũng vậy, và được nói rõ
  1    lỗi của chính chương trình, xin báo lại
  2    gọi sai lệnh hoặc sai cấu hình
  3    xong, nhưng có văn bản không đọc được (với verify: có chỗ không khớp)
  4    dừng vì vượt giới hạn số văn bản lỗi
  5    không với tới được đầu vào hoặc nơi ghi kết quả, hoặc đầu vào không còn văn bản nào
  130  dừng theo yêu cầu (143 khi bị hệ thống kết thúc); trạng thái đã lưu, chạy lại để tiếp tục`,
	EN: `Exit status:
  0    all done; an empty folder at the first run too, which is said in words
  1    a fault of this program, please report it
  2    wrong usage or configuration
  3    finished, with documents that failed (or rows that do not hold, for verify)
  4    stopped by a limit on failures
  5    input or output not reachable, or no document left in the inputs
  130  stopped by an interrupt (143 by a termination); the state is saved, run again to go on`,
}

// helps are the texts of all verbs, by their path; helpFlags those of their flags,
// by the path where verbs differ. A test holds that none lacks a language.
var helps = map[string]help{
	"tongket": {
		short: report.Label{
			VI: "Báo cáo đại hội vào, sổ Excel và tệp Parquet ra",
			EN: "Congress reports in, an Excel workbook and Parquet files out",
		},
		long: report.Label{
			VI: `tongket đọc báo cáo tổng kết đại hội Đảng ở mọi định dạng và ghi những gì chúng nêu thành bảng:
một sổ Excel và các tệp Parquet, mỗi dòng kèm câu dẫn chứng của nó.`,
			EN: `tongket reads reports on Party congresses in any format and writes what they say as tables:
an Excel workbook and Parquet files, every row with the sentence that it stands in.`,
		},
		exits: true,
	},
	"tongket check": {
		short: report.Label{
			VI: "Nạp bộ quy tắc, chạy ví dụ của các quy tắc, đọc cài đặt",
			EN: "Load a profile, run the examples of its rules, read the settings",
		},
		long: report.Label{
			VI: `Nạp bộ quy tắc có sẵn, phủ thư mục PROFILE lên trên, chạy mọi ví dụ của mọi quy tắc và đọc
cài đặt. Mọi lỗi được nêu một lượt, mỗi lỗi kèm tệp, dòng và từ đúng gần nhất. Không đọc
báo cáo nào.`,
			EN: `Loads the built-in profile with the folder PROFILE layered over it, runs every example
of every rule, and reads the settings. All faults come at once, each with file, line and
the nearest right word. No report is read.`,
		},
		exits: true,
	},
	"tongket config": {
		short: report.Label{
			VI: "In mọi cài đặt, giá trị và nơi đặt giá trị đó",
			EN: "Print every setting, its value and where it comes from",
		},
		long: report.Label{
			VI: `In các cài đặt đang có hiệu lực. Cờ trên dòng lệnh đứng trước biến TONGKET_<TÊN>, biến đứng trước
tongket.yaml, tệp này đứng trước giá trị mặc định. Mọi sai sót được nêu một lượt, kèm chỗ sai.`,
			EN: `Prints the settings in force. A flag goes before a variable TONGKET_<NAME>, that before tongket.yaml,
and that before the default. Mistakes are said all at once, each with its place.`,
		},
		exits: true,
	},
	"tongket diff": {
		short: report.Label{
			VI: "Cho biết hai lượt chạy nêu khác nhau ở đâu và vì sao",
			EN: "Show what two runs say differently, and why",
		},
		long: report.Label{
			VI: `So kết quả của hai lượt chạy: giá trị nào thêm, mất hoặc đổi, theo cột và theo nguyên nhân.
Nguyên nhân là một trong các loại

  input    văn bản chỉ có trong một lượt, hoặc một lượt đọc được, một lượt không
  review   người xét duyệt đã sửa giá trị
  reader   văn bản chuẩn của tài liệu đã khác
  rule     cùng một văn bản: quy tắc, từ ngữ hoặc chương trình đọc khác đi

Phát hiện và thống kê suy ra từ phần còn lại nên được bỏ qua. Lượt chạy cần có parquet/ hoặc
jsonl/ và texts/.`,
			EN: `Compares the outputs of two runs: which values were added, lost or changed, by column and
by cause. A cause is one of

  input    the document is only in one run, or was read in one and not in the other
  review   a reviewer corrected the value
  reader   the canonical text of the document is another
  rule     the text is the same: rules, words or the program read it otherwise

Findings and statistics follow from the rest and are left out. A run needs its parquet/ or
jsonl/ and its texts/.`,
		},
		exits: true,
	},
	"tongket eval": {
		short: report.Label{
			VI: "Chấm điểm các dòng theo nhãn của văn bản đã gán nhãn",
			EN: "Score the rows of labelled documents against their labels",
		},
		long: report.Label{
			VI: `Đọc đầu vào như một lượt chạy và so các dòng với nhãn chuẩn: độ chính xác, độ đầy đủ và F1
theo bảng và trường, theo phần cốt lõi (dòng nói về cái gì) và chặt (mọi chiều), kèm mọi dòng
sót và dòng sai bên cạnh câu của nó. Văn bản được nhận ra qua tên tệp không kể đuôi; nhãn là
các dòng JSON, xem testdata/gold/README.md.`,
			EN: `Reads the inputs as a run does and compares their rows with gold labels: precision,
recall and F1 by table and field, by core (what a row is about) and strict (all its
dimensions), with every miss and every false row beside its sentence. A document is
known by the stem of its name; the labels are JSON lines, see testdata/gold/README.md.`,
		},
		exits: true,
	},
	"tongket explain": {
		short: report.Label{
			VI: "Hiện mọi dòng của một văn bản bên cạnh câu và quy tắc của nó",
			EN: "Show every row of a document beside its sentence and its rule",
		},
		long: report.Label{
			VI: `Đọc từng tệp và hiện mọi dòng rút được, theo thứ tự trong văn bản: bảng và các giá trị, quy tắc
đã tìm ra và độ tin cậy, và câu có giá trị được đánh dấu. Chỗ người xét duyệt đã sửa (xem
tongket review) lấy từ trạng thái của thư mục kết quả và được đánh dấu là đã sửa.

Với --why-not, lệnh hiện các câu chứa một đoạn chữ: đã tìm thấy gì trong đó, và những quy tắc có
từ khớp mà không cho dòng nào, kèm điều kiện không thỏa.`,
			EN: `Reads each file and shows every row that it gives, in the order of the text: the table
and its values, the rule that found it and how sure it is, and the sentence with the
value marked. What reviewers corrected (see tongket review) is taken from the state of
the output folder and marked as corrected.

With --why-not it shows the sentences that hold a part of a text instead: what was found
in them, and the rules that had a word there and found nothing, with the condition that
failed.`,
		},
		exits: true,
	},
	"tongket help": {
		short: report.Label{
			VI: "Xem hướng dẫn của một lệnh",
			EN: "Help about any command",
		},
		long: report.Label{
			VI: "In hướng dẫn của một lệnh, như chính lệnh đó với --help.",
			EN: "Prints the help of a verb, as the verb itself does with --help.",
		},
	},
	"tongket merge": {
		short: report.Label{
			VI: "Gộp các phần của một lượt chạy đã chia cho nhiều máy",
			EN: "Join the parts of a run that was split over machines",
		},
		long: report.Label{
			VI: `Gộp các thư mục kết quả do "tongket run --shard i/n" tạo ra, đủ cả n phần, rồi ghi kết quả: giống
từng byte với một lượt chạy trên mọi đầu vào. Trùng lặp, phát hiện giữa các văn bản và thống kê
được quyết định ở đây.`,
			EN: `Joins the output folders that "tongket run --shard i/n" made, all n of them, and writes
the outputs: their bytes are those of one run over all inputs. Duplicates, findings
across documents and statistics are decided here.`,
		},
		exits: true,
	},
	"tongket review": {
		short: report.Label{
			VI: "Nhận ý kiến sửa từ sổ, rút mẫu, cho biết các dòng đúng đến đâu",
			EN: "Take corrections from workbooks, draw samples, say how right the rows are",
		},
		long: report.Label{
			VI: `Người xét duyệt đánh dấu dòng ở các cột màu vàng cuối mỗi trang tính: đúng, sai hoặc không rõ, cột
nào sai, giá trị đúng, ghi chú. review apply nhận các ý kiến đó; lượt chạy sau áp dụng.`,
			EN: `A reviewer marks rows in the yellow columns at the end of each sheet of the workbook:
right, wrong or unclear, the column that is wrong, its right value, a note. review apply
takes them over; the next run applies them.`,
		},
	},
	"tongket review agree": {
		short: report.Label{
			VI: "Cho biết hai người xét duyệt, hoặc hai lượt chạy, thống nhất đến đâu",
			EN: "Say how far two reviewers, or two runs, agree",
		},
		long: report.Label{
			VI: `So hai bản mã hóa của cùng những văn bản. Mỗi bản là một sổ đã xét duyệt, chỉ tính các dòng có ý
kiến, hoặc là thư mục kết quả của một lượt chạy.

Hệ số alpha của Krippendorff cho từng cột và cho ý kiến, kèm khoảng 95 % bằng cách rút lại các dòng
(có hạt giống): 1 là thống nhất hoàn toàn, 0 là như ngẫu nhiên; "-" khi không có gì khác nhau. Mã và
tên chỉ có trùng hay không, số tính theo tỷ lệ, ngày tính theo khoảng cách. Sau đó là mức thống nhất
về vị trí trong văn bản, và mọi chỗ không thống nhất.`,
			EN: `Compares two codings of the same documents. Each is a reviewed workbook, of which the
rows with a verdict count, or the output folder of a run.

Krippendorff's alpha of every column, and of the verdicts, with an interval at 95 % by
drawing the rows again (seeded): 1 is agreement, 0 what chance gives; "-" where there is
no variation. Codes and names are the same or not, of numbers the ratio counts, of dates
the distance. Then the agreement on places in the text, and every disagreement.`,
		},
		exits: true,
	},
	"tongket review apply": {
		short: report.Label{
			VI: "Đưa ý kiến sửa trong các sổ đã xét duyệt vào một thư mục kết quả",
			EN: "Take the corrections of reviewed workbooks into an output folder",
		},
		long: report.Label{
			VI: `Đọc các cột xét duyệt của từng sổ và giữ ý kiến trong trạng thái của thư mục kết quả, theo nội dung
văn bản, vị trí trong văn bản và cột. Lượt chạy sau áp dụng các ý kiến đó, dù thư mục kho hay bộ quy
tắc đã thay đổi, và kê trong bảng corrections: chỗ nào đã áp dụng, chỗ nào nay máy đọc đã khớp, chỗ
nào không còn.

  đúng                xác nhận dòng
  sai + giá trị       giá trị này thay vào, đánh dấu là đã sửa; không nêu cột thì là
                      cột chính của bảng
  sai + cột           cột thành trống
  chỉ sai             bỏ dòng
  không rõ            không đổi gì; rút lại ý kiến đã nêu trước

Sổ có ô không hiểu được, hoặc có ô ngoài các cột xét duyệt bị gõ đè, bị từ chối cả sổ, mỗi ô
kèm địa chỉ.`,
			EN: `Reads the review columns of each workbook and keeps what they say in the state of the
output folder, by the content of the document, the place in its text and the column.
The next run applies it, whatever became of the archive's folders or of the profile,
and lists in the table corrections what it applied, what it now agrees with and what is
no longer there.

  right               the row is confirmed
  wrong + value       the value stands instead, marked as corrected; without a column
                      named it is the main one of the table
  wrong + column      the column becomes blank
  wrong alone         the row is left out
  unclear             nothing changes; takes back what was said before

A workbook with a cell that is not understood, or with one outside the review columns
that was typed over, is refused whole, each cell by its address.`,
		},
		exits: true,
	},
	"tongket review forget": {
		short: report.Label{
			VI: "Rút lại ý kiến xét duyệt về các dòng hoặc văn bản",
			EN: "Take back what reviewers said of rows or documents",
		},
		long: report.Label{
			VI: `Rút lại mọi ý kiến về các dòng, hoặc về cả văn bản, theo mã mà bảng corrections kê ở cột row và
doc_id: dòng đã bị bỏ sẽ trở lại ở lượt chạy sau.`,
			EN: `Takes back all that was said of rows, or of whole documents, by the ids that the table
corrections lists in row and doc_id: a row that was left out comes back with the next run.`,
		},
		exits: true,
	},
	"tongket review report": {
		short: report.Label{
			VI: "Cho biết người xét duyệt thấy dòng và cột đúng bao nhiêu lần",
			EN: "Say how often reviewers found rows and columns right",
		},
		long: report.Label{
			VI: `Đếm các ý kiến của một thư mục kết quả: độ chính xác của từng bảng và cột, từng quy tắc và độ tin
cậy, kèm khoảng Wilson 95 %. Nếu đã rút mẫu thì chỉ tính các dòng của mẫu, và ước lượng số dòng đúng
trong toàn bộ: dòng được xem vì một lý do riêng không nói gì về phần còn lại. Dòng không rõ không
tính về bên nào.`,
			EN: `Counts the verdicts of an output folder: precision of each table and column, of each
rule and each confidence, with Wilson intervals at 95 %. Where a sample was drawn only
its rows count, and the number of right rows among all is estimated: what was looked at
for a reason says nothing of the rest. Unclear rows count neither way.`,
		},
		exits: true,
	},
	"tongket review sample": {
		short: report.Label{
			VI: "Rút các dòng để xem, đủ cho độ chính xác mong muốn",
			EN: "Draw rows to look at, enough for a precision of a wanted sharpness",
		},
		long: report.Label{
			VI: `Rút các dòng của mọi bảng, và của mọi cột định danh, thành một sổ để xét duyệt: đủ nhiều để khoảng
95 % của độ chính xác không rộng quá --half điểm về mỗi phía, chia theo độ tin cậy như toàn bộ. Cùng
hạt giống thì rút cùng những dòng. Hãy đánh dấu mọi dòng, rồi chạy: tongket review apply SỔ, tongket
review report.`,
			EN: `Draws rows of every table, and of every identity column, as a workbook to be reviewed:
so many that the 95 % interval of the precision is no wider than --half points either
way, spread over the confidences as the rows are. The same seed draws the same rows.
Mark every row, then: tongket review apply BOOK, tongket review report.`,
		},
		exits: true,
	},
	"tongket run": {
		short: report.Label{
			VI: "Đọc báo cáo, ghi sổ Excel và các bảng",
			EN: "Read reports and write workbook and tables",
		},
		long: report.Label{
			VI: `Đọc mọi báo cáo trong các đầu vào (tệp, thư mục, tệp nén, hoặc - cho danh sách đường dẫn trên
đầu vào chuẩn) và ghi vào thư mục kết quả

  congress.xlsx     sổ Excel
  parquet/          mọi bảng cho DuckDB, pandas, R; jsonl/ và csv/ khi được yêu cầu
  texts/            văn bản chuẩn mà dẫn chứng trỏ vào
  evidence/         với --evidence: mỗi văn bản một trang, mọi giá trị được đánh dấu
  run.json          đã chạy gì, kèm mã băm của mọi tệp kết quả

Đầu vào và thư mục kết quả có thể là địa chỉ kho đối tượng (s3://bucket/folder,
gs://bucket/folder) nếu chương trình được dựng kèm; kết quả khi đó được tạo trong một thư mục ở
bộ nhớ đệm của người dùng, nơi giữ trạng thái, rồi chép lên, run.json sau cùng.

Lượt chạy có thể dừng bất cứ lúc nào; lượt sau chạy tiếp. Văn bản đã đọc không đọc lại, bộ quy tắc
thay đổi thì rút lại từ nhật ký, và khi không có gì thay đổi thì kết quả được giữ nguyên. Sổ mà bạn đã
gõ vào không bao giờ bị ghi đè.`,
			EN: `Reads every report below the inputs (files, folders, archives, or - for a list of
paths on standard input) and writes into the output folder

  congress.xlsx     the workbook
  parquet/          every table for DuckDB, pandas, R; jsonl/ and csv/ when asked for
  texts/            the canonical text that evidence points into
  evidence/         with --evidence, a page a document with every value marked
  run.json          what ran, with the hash of every output

Inputs and the output folder may be addresses of object stores (s3://bucket/folder,
gs://bucket/folder) where the program was built with them; the outputs are then made
in a folder of the user's cache, which holds the state, and copied, run.json last.

A run may be stopped at any point; the next one goes on. What was read before is
not read again, a changed profile extracts from the journal, and when nothing
changed the outputs are left untouched. A workbook that you typed into is never
overwritten.`,
		},
		exits: true,
	},
	"tongket schedule": {
		short: report.Label{
			VI: "Chạy theo giờ đặt: in thứ trình lập lịch cần, hoặc tự làm trình lập lịch",
			EN: "Run at set times: print what a scheduler needs, or be the scheduler",
		},
		long: report.Label{
			VI: `In những gì systemd, cron, Kubernetes hoặc Windows cần để chạy theo giờ đặt, hoặc tự chờ và tự chạy
như trong một container.`,
			EN: `Prints what systemd, cron, Kubernetes or Windows needs to run at set times, or waits and
runs itself, as a container does.`,
		},
	},
	"tongket schedule print": {
		short: report.Label{
			VI: "In đơn vị, bản kê, dòng crontab hoặc tác vụ cho trình lập lịch",
			EN: "Print the unit, manifest, crontab line or task of a scheduler",
		},
		long: report.Label{
			VI: `In những gì trình lập lịch cần để gọi "tongket run --if-changed" theo giờ đặt: kèm múi giờ, không bao
giờ hai lượt cùng lúc, và bù giờ đã lỡ nếu trình lập lịch làm được. Các cờ của lượt chạy, các biến
TONGKET_* và tệp cài đặt được mang theo, đường dẫn thành tuyệt đối. Không cài đặt gì; lời chú ở đầu
cho biết cách làm.`,
			EN: `Prints what a scheduler needs to call "tongket run --if-changed" at set times: with the
time zone, never two runs at once, and a missed time caught up where the scheduler can.
The flags of the run, TONGKET_* variables and a settings file go with it, paths made
absolute. Nothing is installed; the comment above says how to.`,
		},
		exits: true,
	},
	"tongket schedule run": {
		short: report.Label{
			VI: "Chờ, chạy, rồi lại chờ",
			EN: "Wait, run, and wait again",
		},
		long: report.Label{
			VI: `Chạy mỗi khi đến giờ, mỗi lúc một lượt. Giờ đã lỡ khi không có ai (máy tắt) được bù một lần lúc khởi
động. Lượt chạy lỗi được nêu rõ rồi chờ lượt sau; gọi sai lệnh hoặc sai cấu hình thì dừng hẳn.`,
			EN: `Runs whenever it is time, one run at a time. A time that passed while nobody was there
(the machine was off) is caught up once, at the start. Runs that fail are said and the
next is waited for; wrong usage or configuration ends it.`,
		},
		exits: true,
	},
	"tongket text": {
		short: report.Label{
			VI: "In văn bản chuẩn của các tệp",
			EN: "Print the canonical text of files",
		},
		long: report.Label{
			VI: `In chữ của từng tệp như tongket đọc được: Unicode, dù viết bằng phông hay bảng mã nào, các dòng của
một đoạn được nối lại, các ô của một dòng bảng cách nhau bằng dấu tab. Với --json, mỗi tệp là một
đối tượng JSON gồm các khối, trang và thông tin tệp, phông chữ của từng khối và chữ được chuyển từ
bảng mã nào.`,
			EN: `Prints the text of each file as tongket reads it: Unicode, whatever font or encoding
it was written in, paragraphs joined across lines, cells of a table row parted by tabs.
With --json each file is one JSON object with its blocks, pages and metadata, the
fonts of each block and what its letters were converted from.`,
		},
		exits: true,
	},
	"tongket verify": {
		short: report.Label{
			VI: "Kiểm chứng kết quả: mã băm, dẫn chứng, giá trị",
			EN: "Prove the outputs: hashes, evidence, values",
		},
		long: report.Label{
			VI: `Đọc lại kết quả của một lượt chạy và kiểm chứng mà không tin vào lượt chạy đó: mọi tệp có mã băm như
run.json ghi, không thiếu tệp nào, không lẫn tệp nào không thuộc lượt chạy đó; mọi bảng có đúng số
dòng, và số tệp theo trạng thái và lý do đúng như run.json ghi; dẫn chứng của mọi dòng nằm trong văn bản, đúng vị trí dòng nêu; mọi giá
trị (số, tên, số ký hiệu, ngày) đọc được ở đó; văn bản của mọi tài liệu có mặt và dài đúng như bảng ghi. Các bản lưu trong exports cũng được kiểm, từng bản một.`,
			EN: `Reads the outputs of a run again and proves them without trusting the run:
every file has the hash that run.json says, none is missing, and none stands among them
that is not of that run; every table has as many rows, and every status and reason as many
inputs, as run.json says; every row's evidence
stands in the text of its document, at the offsets that the row gives; every value
(numbers, names, symbols, dates) can be read there; every document's text is there and
as long as it says. Exports that are kept in the folder are proved too, each for itself.`,
		},
		exits: true,
	},
	"tongket version": {
		short: report.Label{
			VI: "In phiên bản của chương trình và của nhật ký",
			EN: "Print the version of the program and of its journal",
		},
		long: report.Label{
			VI: `In phiên bản của chương trình, của Go, và dấu vân tay làm khóa cho nhật ký: hai chương trình cùng dấu
vân tay đọc và rút như nhau.`,
			EN: `Prints the version of the program, of Go, and the fingerprint that the journal is keyed by:
two programs of one fingerprint read and extract the same.`,
		},
	},
	"tongket watch": {
		short: report.Label{
			VI: "Theo dõi thư mục và chạy mỗi khi có thay đổi",
			EN: "Follow folders and run whenever they change",
		},
		long: report.Label{
			VI: `Chạy, rồi theo dõi các đầu vào và chạy lại mỗi khi chúng đứng yên sau một thay đổi: không tệp nào
mới, mất, lớn hơn hay mới hơn trong thời gian --settle. Căn cứ là lần nhìn mọi tên, cỡ và giờ tệp sau
mỗi --every; thông báo của hệ thống chỉ đánh thức sớm hơn, vì ổ mạng không gửi thông báo. Văn bản lỗi
do hoàn cảnh (thiếu chương trình, mật khẩu, ổ chia sẻ vắng mặt) được thử lại dù không có thay đổi: lần
đầu sau --every, rồi sau khoảng gấp đôi, lâu nhất là mỗi giờ một lần.

Ngắt thì kết thúc; lượt đang chạy được kết thúc như "tongket run".`,
			EN: `Runs, then follows the inputs and runs again whenever they stood still after a change:
no file new, gone, larger or newer for the time of --settle. The truth is a look at
all names, sizes and times every --every; notices of the system only wake it earlier,
because network drives send none. What failed for its surroundings (a missing tool, a
password, a share that was away) is tried again without a change too: first after
--every, then after twice as long, at last once an hour.

An interrupt ends it; a run under way is finished as "tongket run" does.`,
		},
		exits: true,
	},
}

var helpFlags = map[string]report.Label{
	"--config": {
		VI: "tệp cài đặt (không nêu: tongket.yaml trong thư mục đang đứng, nếu có)",
		EN: "settings file (default: tongket.yaml in the working folder, if it is there)",
	},
	"--profile": {
		VI: "thư mục phủ lên bộ quy tắc có sẵn: từ ngữ, quy tắc, cột",
		EN: "folder that is layered over the built-in profile: words, rules, columns",
	},
	"--evidence": {
		VI: "mỗi văn bản một trang đánh dấu mọi giá trị trong chữ: <out>/evidence/<doc_id>.html",
		EN: "a page a document that shows every value in its text: <out>/evidence/<doc_id>.html",
	},
	"--formats": {
		VI: "loại kết quả: một hay nhiều trong xlsx, parquet, jsonl, csv",
		EN: "outputs: any of xlsx, parquet, jsonl, csv",
	},
	"--keep": {
		VI: "số bản kết quả được giữ theo ngày trong <out>/exports",
		EN: "exports that are kept by date in <out>/exports",
	},
	"--log-format": {
		VI: "text hoặc json; auto là text trên màn hình",
		EN: "text or json; auto is text on a terminal",
	},
	"--log-level": {
		VI: "debug, info, warn hoặc error",
		EN: "debug, info, warn or error",
	},
	"--max-failed": {
		VI: "kết thúc với mã 4 khi số văn bản lỗi nhiều hơn: 20, hoặc 5%",
		EN: "end with status 4 when more documents fail: 20, or 5%",
	},
	"--metrics": {
		VI: "tệp cho bộ thu textfile của Prometheus, cho biết lượt chạy ra sao",
		EN: "file for Prometheus' textfile collector that tells how the run went",
	},
	"--ocr": {
		VI: "nhận dạng chữ của bản quét: auto (khi có tesseract) hoặc off",
		EN: "character recognition of scans: auto (where tesseract is installed) or off",
	},
	"--out": {
		VI: "thư mục kết quả; trạng thái nằm trong .tongket của nó",
		EN: "folder for the outputs; state lies in its .tongket",
	},
	"--passwords": {
		VI: "tệp mật khẩu, mỗi dòng một mật khẩu, cho các tệp bị khóa",
		EN: "file of passwords, one a line, for locked files",
	},
	"--units": {
		VI: "danh sách đơn vị (CSV hoặc YAML) để tính độ phủ; cột: unit, level, province, from, to",
		EN: "roster of units (CSV or YAML) that coverage is reckoned against; columns: unit, level, province, from, to",
	},
	"--workers": {
		VI: "số văn bản xử lý cùng lúc; 0 là mỗi bộ xử lý một văn bản",
		EN: "documents in work at once; 0 for one a processor",
	},
	"tongket diff --brief": {
		VI: "chỉ nêu số lượng",
		EN: "counts only",
	},
	"tongket diff --sheet": {
		VI: "ghi thêm số lượng và các thay đổi thành một sổ Excel",
		EN: "also write counts and changes as a workbook",
	},
	"tongket eval --as": {
		VI: "text hoặc json",
		EN: "text or json",
	},
	"tongket eval --brief": {
		VI: "chỉ nêu điểm, không kê chỗ khác nhau",
		EN: "scores only, no differences",
	},
	"tongket eval --gold": {
		VI: "tệp nhãn, mỗi dòng một đối tượng JSON",
		EN: "labels, one JSON object a line",
	},
	"tongket eval --sheet": {
		VI: "ghi thêm điểm và chỗ khác nhau thành một sổ Excel",
		EN: "also write scores and differences as a workbook",
	},
	"tongket eval --split": {
		VI: "chỉ các nhãn của một phần: open hoặc held",
		EN: "only labels of one split: open or held",
	},
	"tongket explain --html": {
		VI: "ghi một trang web: văn bản có mọi giá trị được đánh dấu, các dòng bên cạnh",
		EN: "write a page: the text with every value marked, the rows beside it",
	},
	"tongket explain --table": {
		VI: "chỉ các dòng của một bảng",
		EN: "only the rows of one table",
	},
	"tongket explain --why-not": {
		VI: "một đoạn của câu: quy tắc nào có từ khớp, và điều kiện nào không thỏa",
		EN: "a part of a sentence: which rules had a word there, and which condition failed",
	},
	"--quiet": {
		VI: "không nói gì trừ khi có trục trặc",
		EN: "say nothing unless something is wrong",
	},
	"tongket review agree --brief": {
		VI: "không kê các chỗ không thống nhất",
		EN: "no list of disagreements",
	},
	"tongket review agree --seed": {
		VI: "hạt giống của các khoảng",
		EN: "seed of the intervals",
	},
	"tongket review agree --sheet": {
		VI: "ghi thêm tất cả thành một sổ Excel",
		EN: "also write all of it as a workbook",
	},
	"tongket review sample --expect": {
		VI: "độ chính xác dự đoán, tính bằng phần trăm; 50 cần nhiều dòng nhất",
		EN: "precision that is thought likely, in percent; 50 asks for most rows",
	},
	"tongket review sample --half": {
		VI: "nửa bề rộng mong muốn của khoảng, tính bằng điểm phần trăm",
		EN: "wanted half-width of the interval, in points",
	},
	"tongket review sample --seed": {
		VI: "quyết định những dòng nào được rút",
		EN: "decides which rows are drawn",
	},
	"tongket review sample --to": {
		VI: "sổ Excel cần ghi",
		EN: "the workbook to write",
	},
	"tongket run --fresh": {
		VI: "quên những gì đã đọc và đọc lại tất cả",
		EN: "forget what was read before and read everything again",
	},
	"tongket run --if-changed": {
		VI: "kết thúc ngay khi không tên, cỡ hay giờ tệp nào thay đổi: dành cho trình lập lịch",
		EN: "end at once when no name, size or time of the inputs changed: for schedulers",
	},
	"tongket run --profile-cpu": {
		VI: "ghi hồ sơ CPU cho go tool pprof vào một tệp",
		EN: "write a CPU profile for go tool pprof into a file",
	},
	"tongket run --shard": {
		VI: "chỉ làm phần i trong n phần của đầu vào (i/n); tongket merge gộp các phần",
		EN: "take part i of n of the inputs (i/n); tongket merge joins the parts",
	},
	"tongket run --trace": {
		VI: "ghi vết thực thi cho go tool trace vào một tệp",
		EN: "write an execution trace for go tool trace into a file",
	},
	"--allow-empty": {
		VI: "công bố cả khi đầu vào không còn văn bản nào mà lượt trước có; không nêu thì kết quả cũ được giữ, mã 5",
		EN: "publish even if the inputs hold no document any more; else the outputs before stay, status 5",
	},
	"--at": {
		VI: "giờ chạy, theo năm trường của cron: phút giờ ngày tháng thứ",
		EN: "when, as five fields of cron: minute hour day month weekday",
	},
	"tongket schedule print --cron": {
		VI: "một dòng cho crontab",
		EN: "a line for crontab",
	},
	"tongket schedule print --image": {
		VI: "cho --kubernetes: ảnh container",
		EN: "for --kubernetes: the container image",
	},
	"tongket schedule print --kubernetes": {
		VI: "một CronJob",
		EN: "a CronJob",
	},
	"tongket schedule print --systemd": {
		VI: "một dịch vụ và một bộ hẹn giờ",
		EN: "a service and a timer",
	},
	"tongket schedule print --windows": {
		VI: "một tác vụ cho Task Scheduler",
		EN: "a task for the Task Scheduler",
	},
	"--zone": {
		VI: "múi giờ của --at",
		EN: "time zone of --at",
	},
	"tongket text --json": {
		VI: "in JSON kèm các khối, thông tin tệp và ghi chú",
		EN: "print JSON with blocks, metadata and notes",
	},
	"tongket watch --every": {
		VI: "bao lâu nhìn lại mọi đầu vào một lần",
		EN: "how often all inputs are looked at",
	},
	"tongket watch --settle": {
		VI: "đầu vào phải đứng yên bao lâu trước khi chạy",
		EN: "how long the inputs must stand still before a run",
	},
	"--lang": {
		VI: "ngôn ngữ của thông báo, gợi ý và sổ Excel: vi hoặc en",
		EN: "language of the terminal, hints and workbook: vi or en",
	},
	"--help": {
		VI: "in hướng dẫn này",
		EN: "print this help",
	},
	"--version": {
		VI: "in phiên bản",
		EN: "print the version",
	},
}
