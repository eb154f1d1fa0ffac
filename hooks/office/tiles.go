package office

import (
	"net/url"
	"regexp"
	"strings"

	"mdesa/hooks/fault"
)

var (
	errTiles = fault.New(fault.Invalid, "office.tiles",
		"Tulis alamat gambar peta seperti https://peta.example/{z}/{x}/{y}.png, lengkap dengan {z}, {x}, dan {y}. Kosongkan untuk peta polos.",
		"Write the address of the map's pictures like https://tiles.example/{z}/{x}/{y}.png, with {z}, {x} and {y} in it. Leave it empty for a plain map.")
	errTilesCredit = fault.New(fault.Invalid, "office.tiles_credit",
		"Sebutkan siapa pembuat gambar peta, misalnya \"© kontributor OpenStreetMap https://www.openstreetmap.org/copyright\". Pembuatnya mensyaratkan ini.",
		"Say who made the map's pictures, such as \"© OpenStreetMap contributors https://www.openstreetmap.org/copyright\". Their makers ask for it.")
	errMapZoom = fault.New(fault.Invalid, "office.map_zoom",
		"Tulis perbesaran peta antara 1 (dunia) dan 19 (halaman rumah); desa biasanya 14. Kosongkan untuk yang biasa.",
		"Write the map's zoom between 1 (the world) and 19 (a yard); a village is usually 14. Leave it empty for the usual one.")
)

// plainHost is a host as it can stand in a Content-Security-Policy: nothing in
// it ends or widens what it says there.
var plainHost = regexp.MustCompile(`^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?$`)

// checkTiles wants the address of one server, with the three places filled by
// the map; http is for a try on one's own machine.
func checkTiles(template string) *fault.Fault {
	u, err := url.Parse(strings.NewReplacer("{z}", "1", "{x}", "2", "{y}", "3").Replace(template))
	if err != nil || u.User != nil || u.Fragment != "" || strings.ContainsAny(template, " \"'<>;,\\") || strings.ContainsAny(u.Path+u.RawQuery, "{}") {
		return errTiles
	}
	if !plainHost.MatchString(u.Host) || u.Scheme != "https" && !(u.Scheme == "http" && isOwnMachine(u.Hostname())) {
		return errTiles
	}
	_, behind, _ := strings.Cut(template, "://"+u.Host) // {z} in the name would leave it open which host it is
	for _, place := range []string{"{z}", "{x}", "{y}"} {
		if strings.Count(behind, place) != 1 || strings.Count(template, place) != 1 {
			return errTiles
		}
	}
	return nil
}

// checkMap says what is wrong with what the office says of its map, by field.
func checkMap(tiles, credit string, zoom int) map[string]*fault.Fault {
	wrong := map[string]*fault.Fault{}
	if tiles != "" {
		if unfit := checkTiles(tiles); unfit != nil {
			wrong["tiles"] = unfit
		}
		if strings.TrimSpace(credit) == "" {
			wrong["tiles_credit"] = errTilesCredit
		}
	}
	if zoom < 0 || zoom > 19 {
		wrong["map_zoom"] = errMapZoom
	}
	return wrong
}
