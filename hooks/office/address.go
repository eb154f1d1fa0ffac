package office

import (
	"net"
	"net/url"
	"strings"

	"mdesa/hooks/fault"
)

var errPublicURL = fault.New(fault.Invalid, "office.public_url",
	"Tulis alamat kantor seperti https://surat.desa.example, tanpa halaman di belakangnya. Alamat ini tercetak di kode QR setiap surat, jadi harus https.",
	"Write the office's address like https://letters.village.example, with no page behind it. It is printed in the QR code of every letter, so it has to be https.")

// checkPublicURL wants a bare https address; http is for a try on one's own machine.
func checkPublicURL(address string) *fault.Fault {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || strings.ContainsAny(address, "?#") {
		return errPublicURL
	}
	if u.Path != "" || u.Scheme != "https" && !(u.Scheme == "http" && isOwnMachine(u.Hostname())) {
		return errPublicURL
	}
	return nil
}

func isOwnMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
