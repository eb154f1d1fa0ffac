package letters

import (
	"rsc.io/qr"

	"mdesa/hooks/fault"
)

var errQR = fault.New(fault.Internal, "letter.qr",
	"Kode QR surat tidak dapat dibuat. Hubungi admin: alamat kantor mungkin terlalu panjang.",
	"The letter's QR code cannot be made. Tell the admin: the office's address may be too long.")

// quietModules is the white edge that the encoder leaves on each side.
const quietModules = 4

// qrPicture draws a code with the lowest error correction: measured on
// photographs, larger squares help more than spare ones. share is the part of
// the picture's side that the code itself takes.
func qrPicture(text string) (p *picture, share float64, err error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return nil, 0, errQR.Because(err)
	}
	// Viewers blur pictures that they enlarge, so squares are some pixels wide.
	code.Scale = 6
	side := (code.Size + 2*quietModules) * code.Scale
	return &picture{data: code.PNG(), width: side, height: side}, float64(code.Size) / float64(code.Size+2*quietModules), nil
}
