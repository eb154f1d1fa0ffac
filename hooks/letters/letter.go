package letters

import "time"

// Letter is everything that stands on paper. Together with the pictures of the
// letterhead it determines every byte that [Render] gives.
type Letter struct {
	Paper      string     `json:"paper"` // A4, F4
	Letterhead Letterhead `json:"letterhead"`
	Title      string     `json:"title"`
	Number     string     `json:"number"` // without "Nomor:"
	Body       Document   `json:"body"`
	Place      string     `json:"place"` // where it is signed: "Dangin Puri Kangin"
	Date       string     `json:"date"`  // "YYYY-MM-DD"
	Signature  Signature  `json:"signature"`
	Holder     *Holder    `json:"holder,omitempty"`
	QR         string     `json:"-"`      // text of the code; empty leaves room for a pen
	Footer     string     `json:"footer"` // see [SignatureNote]
	IssuedAt   time.Time  `json:"issued_at"`
	Author     string     `json:"author"` // of the file: the office
}

// Signature is the official's side of the letter's end.
type Signature struct {
	Head        []string `json:"head"` // see [SignatureHead]
	Name        string   `json:"name"`
	StaffNumber string   `json:"staff_number"` // as printed, "NIP. 19750512 …"; may be empty
	// What it rests on, if not on the signer's own post. It is not printed.
	Form         string `json:"form,omitempty"` // "a.n." …
	Delegation   string `json:"delegation,omitempty"`
	DecreeNumber string `json:"decree_number,omitempty"`
	DecreeDate   string `json:"decree_date,omitempty"`
}

// Holder signs at the left, by hand, where the letter asks for it.
type Holder struct {
	Label string `json:"label"` // empty: "Pemegang surat"
	Name  string `json:"name"`
}

// Kinds of electronic signature.
const (
	OfficeSignature    = "office"    // the office's own key: proves origin and integrity
	CertifiedSignature = "certified" // by a recognised certificate authority (PSrE)
)

// SignatureNote is the small print under a letter: what kind of signature it
// carries and where to check it. UU 11/2008 (ITE) as amended by UU 1/2024,
// art. 5(1): electronic documents are legal evidence; PP 71/2019 tells certified
// signatures from those that are not.
func SignatureNote(kind, address string) string {
	how := "sertifikat milik kantor penerbit (tidak tersertifikasi PSrE)."
	if kind == CertifiedSignature {
		how = "sertifikat yang diterbitkan PSrE yang diakui pemerintah."
	}
	return "Surat ini ditandatangani secara elektronik dengan " + how +
		" UU ITE Pasal 5 ayat (1): informasi dan dokumen elektronik merupakan alat bukti hukum yang sah." +
		" Periksa keasliannya dengan memindai kode QR atau di " + address
}
