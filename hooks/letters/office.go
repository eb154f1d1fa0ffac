package letters

import "strings"

// Office is what a letter says of the office that issues it.
type Office struct {
	Kind      string `json:"kind"`  // desa, kelurahan, kota
	Name      string `json:"name"`  // "Dangin Puri Kangin"
	Short     string `json:"short"` // in letter numbers: "DPK"
	HeadTitle string `json:"head_title"`
	District  string `json:"district"` // "Denpasar Utara"
	Regency   string `json:"regency"`  // "Kota Denpasar"
	Province  string `json:"province"`
	Address   string `json:"address"`
	Postcode  string `json:"postcode"`
	Phone     string `json:"phone"`
	Email     string `json:"email"`
	Website   string `json:"website"`
}

// KindWord is the office's kind as it stands before its name: "Desa".
func (o Office) KindWord() string { return capitals(o.Kind) }

// Area is the office with what it lies in: "Desa Dangin Puri Kangin, Kecamatan
// Denpasar Utara, Kota Denpasar, Provinsi Bali".
func (o Office) Area() string {
	parts := filled(strings.TrimSpace(o.KindWord() + " " + o.Name))
	if o.District != "" && o.Kind != "kota" {
		parts = append(parts, withWord("Kecamatan", o.District))
	}
	if o.Kind != "kota" {
		parts = append(parts, filled(o.Regency)...)
	}
	if o.Province != "" {
		parts = append(parts, withWord("Provinsi", o.Province))
	}
	return strings.Join(parts, ", ")
}

// withWord puts a word before a name that does not start with it already.
func withWord(word, name string) string {
	if strings.HasPrefix(strings.ToLower(name), strings.ToLower(word)+" ") {
		return name
	}
	return word + " " + name
}

// Letterhead is what stands above the double rule. Lines are printed in
// capitals, the last one largest.
type Letterhead struct {
	Lines   []string `json:"lines"`
	Address []string `json:"address"`
	// Pictures as PNG or JPEG bytes. Script is a line of Balinese script, which
	// needs shaping that the fonts here cannot do. Whole replaces all the rest.
	Logo   []byte `json:"-"`
	Script []byte `json:"-"`
	Whole  []byte `json:"-"`
}

// Letterhead is the usual one of the office, without pictures.
func (o Office) Letterhead() Letterhead {
	h := Letterhead{Address: o.addressLines()}
	if o.Kind == "kota" {
		h.Lines = []string{"Pemerintah " + withWord("Kota", o.Name)}
		return h
	}
	if o.Regency != "" {
		h.Lines = append(h.Lines, withWord("Pemerintah", o.Regency))
	}
	if o.District != "" {
		h.Lines = append(h.Lines, withWord("Kecamatan", o.District))
	}
	h.Lines = append(h.Lines, strings.TrimSpace(o.KindWord()+" "+o.Name))
	return h
}

func (o Office) addressLines() []string {
	address := o.Address
	if o.Postcode != "" && !strings.Contains(address, o.Postcode) {
		address = strings.Join(filled(address, "Kode Pos "+o.Postcode), ", ")
	}
	var ways []string
	if o.Phone != "" {
		ways = append(ways, "Telepon "+o.Phone)
	}
	ways = append(ways, filled(o.Email, o.Website)...)
	return filled(address, strings.Join(ways, " | "))
}
