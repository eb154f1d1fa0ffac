package notify

import (
	"encoding/json"
	"net/netip"
	"net/url"
	"regexp"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/fault"
)

var (
	errGateway = fault.New(fault.Invalid, "gateway.unsound",
		"Gerbang pesan ini belum dapat dipakai. Perbaiki bagian yang ditandai.",
		"This gateway cannot work yet. Please mend the marked parts.")
	errGatewayURL = fault.New(fault.Invalid, "gateway.url",
		"Tulis alamat lengkap yang diawali https:// (http:// hanya untuk alamat di jaringan kantor sendiri).",
		"Write a complete address that begins with https:// (http:// only for an address in the office's own network).")
	errGatewayInside = fault.New(fault.Invalid, "gateway.inside",
		"Alamat ini milik mesin server sendiri, bukan penyedia pesan. Tulis alamat penyedia.",
		"This address belongs to the server's own machine room, not to a provider. Write the provider's address.")
	errGatewayHeaders = fault.New(fault.Invalid, "gateway.headers",
		"Tulis sebagai JSON dengan nama dan teks, misalnya {\"Authorization\": \"{token}\"}.",
		"Write JSON with names and texts, such as {\"Authorization\": \"{token}\"}.")
	errGatewayBody = fault.New(fault.Invalid, "gateway.body",
		"Isi pesan harus memuat {to} dan {text}, dan menjadi JSON yang sah bila diisi.",
		"The body needs {to} and {text}, and has to be valid JSON once it is filled in.")
	errGatewayCallback = fault.New(fault.Invalid, "gateway.callback",
		"Tulis sebagai JSON, misalnya {\"id\": \"id\", \"state\": \"status\", \"delivered\": [\"delivered\"], \"failed\": [\"failed\"], \"from\": \"sender\", \"text\": \"message\"}.",
		"Write JSON, such as {\"id\": \"id\", \"state\": \"status\", \"delivered\": [\"delivered\"], \"failed\": [\"failed\"], \"from\": \"sender\", \"text\": \"message\"}.")
	errNoticeKept = fault.New(fault.Forbidden, "notice.kept",
		"Kabar dan catatan pengirimannya tidak diubah: keduanya bukti apa yang disampaikan dan kapan.",
		"Notices and their receipts are not changed: they are the evidence of what was told, and when.")
	headerName = regexp.MustCompile(`^[A-Za-z0-9-]{1,60}$`)
)

// refuse keeps rows that only the program moves on; it does so past the hooks.
func refuse(*core.RecordEvent) error { return errNoticeKept }

// keepGatewaySound is the model hook of gateways, whoever saves one.
func keepGatewaySound(e *core.RecordEvent) error {
	if e.Record.GetString("secret") == "" {
		e.Record.Set("secret", security.RandomString(40))
	}
	if e.Record.GetString("signature_header") == "" {
		e.Record.Set("signature_header", "X-Signature")
	}
	if wrong := checkGateway(e.Record); wrong != nil {
		return wrong
	}
	return e.Next()
}

func checkGateway(record *core.Record) error {
	gateway, problems := gatewayFrom(record), errGateway
	if wrong := checkAddress(gateway.URL); wrong != nil {
		problems = problems.At("url", wrong)
	}
	headers := map[string]string{}
	if !readsAs(record.GetString("headers"), &headers) || !soundHeaders(headers) {
		problems = problems.At("headers", errGatewayHeaders)
	}
	if !headerName.MatchString(gateway.Header) {
		problems = problems.At("signature_header", errGatewayHeaders)
	}
	if !readsAs(record.GetString("callback"), &Callback{}) {
		problems = problems.At("callback", errGatewayCallback)
	}
	if !gateway.isFilled() {
		problems = problems.At("body", errGatewayBody)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	return nil
}

// checkAddress refuses what can only be a mistake or a trap; what a name leads to
// is asked again at each call.
func checkAddress(address string) *fault.Fault {
	trial := message{"62", "a", "b", "c"}
	parsed, err := url.Parse(trial.fill(address, "form"))
	if err != nil || parsed.Hostname() == "" || parsed.User != nil {
		return errGatewayURL
	}
	ip, err := netip.ParseAddr(parsed.Hostname())
	isIP := err == nil
	host := strings.ToLower(strings.TrimSuffix(parsed.Hostname(), "."))
	if isIP && isMetadata(ip) || host == "metadata.google.internal" || host == "metadata" {
		return errGatewayInside
	}
	inHouse := isIP && (ip.IsPrivate() || ip.IsLoopback()) || host == "localhost"
	if parsed.Scheme != "https" && !(parsed.Scheme == "http" && inHouse) {
		return errGatewayURL
	}
	return nil
}

// isFilled tries the templates with a text that breaks what is broken.
func (g Gateway) isFilled() bool {
	templates := g.URL + g.Body
	if !strings.Contains(templates, "{to}") || !strings.Contains(templates, "{text}") {
		return false
	}
	if g.Method == "GET" || g.Encoding == "form" {
		return true
	}
	return json.Valid([]byte(message{"6281", "a \"text\"\nof two lines", "id", "to\"ken"}.fill(g.Body, "json")))
}

func soundHeaders(headers map[string]string) bool {
	for name, value := range headers {
		if !headerName.MatchString(name) || strings.ContainsAny(value, "\r\n") {
			return false
		}
	}
	return true
}

// readsAs reads JSON that may be missing.
func readsAs(written string, into any) bool {
	return written == "" || written == "null" || json.Unmarshal([]byte(written), into) == nil
}
