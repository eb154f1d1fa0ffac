package office

// Words are what the people and parts of an office are called there.
type Words struct {
	Head       string // who signs: Perbekel, Lurah
	Secretary  string
	HamletHead string // Kelian Banjar Dinas, Kepala Lingkungan
	Hamlet     string // Banjar, Lingkungan
}

// WordsOf are the usual words of a kind of office in Bali; an office may use
// others. A desa elects its perbekel; a kelurahan is led by a civil servant.
func WordsOf(kind string) Words {
	switch kind {
	case "kelurahan":
		return Words{"Lurah", "Sekretaris Lurah", "Kepala Lingkungan", "Lingkungan"}
	case "kota":
		return Words{"Wali Kota", "Sekretaris Daerah", "Camat", "Kecamatan"}
	}
	return Words{"Perbekel", "Sekretaris Desa", "Kelian Banjar Dinas", "Banjar"}
}
