package imports

// Column is one of the columns that M-Desa knows, by its place in the workbook
// of OpenSID: A alamat … AQ lng. What follows after those 43 stands only in
// tables with field names of our own.
type Column int

// The columns in their order.
const (
	Address Column = iota
	Hamlet
	RW
	RT
	Name
	KK
	NIK
	Sex
	BirthPlace
	BirthDate
	Religion
	Education
	Studying
	Occupation
	MaritalStatus
	FamilyRole
	Citizenship
	FatherNIK
	FatherName
	MotherNIK
	MotherName
	BloodType
	BirthCertificate
	Passport
	PassportUntil
	StayPermit
	MarriageCertificate
	MarriedOn
	DivorceCertificate
	DivorcedOn
	Disability
	Contraception
	Pregnant
	IDCard
	IDCardStatus
	CurrentAddress
	LifeStatus
	Ethnicity
	TagID
	Insurance
	InsuranceNumber
	Lat
	Lng

	Phone
	Residency
	CustomaryVillage
	CustomaryHamlet
	KramaStatus
	MarriageRegistered

	columnCount
	none Column = -1
)

// ofOpenSID is how many columns its workbook has.
const ofOpenSID = int(Lng) + 1

// manner is how a cell of a column is read.
type manner int

const (
	asText manner = iota
	asName
	asPersonNumber // NIK; may be empty or 0
	asFamilyNumber // KK
	asParentNumber // NIK of a parent, who may be registered elsewhere or not at all
	asDay
	asCode   // of a reference table
	asHamlet // by name, short name or code
	asArea   // RT or RW
	asYesNo
	asTag
	asDegrees
)

type column struct {
	machine string // its name in OpenSID's workbook; "" for the others
	field   string // its name in our register
	label   string
	labelEN string
	manner  manner
	table   string // of asCode
	most    int    // letters; degrees of asDegrees
	event   bool   // for people already registered, only life events change it
	words   string // how else headings call it
}

// columns say how each is named and read. Lengths are those of the collections.
var columns = [columnCount]column{
	Address:             {"alamat", "address", "Alamat", "Address", asText, "", 300, true, ""},
	Hamlet:              {"dusun", "hamlet", "Wilayah", "Hamlet", asHamlet, "", 100, true, "banjar,lingkungan,nama dusun,banjar dinas"},
	RW:                  {"rw", "rw", "RW", "RW", asArea, "", 10, true, ""},
	RT:                  {"rt", "rt", "RT", "RT", asArea, "", 10, true, ""},
	Name:                {"nama", "name", "Nama", "Name", asName, "", 150, false, "nama lengkap,full name"},
	KK:                  {"no_kk", "kk", "No. KK", "KK number", asFamilyNumber, "", 16, true, "nomor kk,nomor kartu keluarga,no kartu keluarga"},
	NIK:                 {"nik", "nik", "NIK", "NIK", asPersonNumber, "", 16, false, "no nik,nomor nik,no ktp"},
	Sex:                 {"sex", "sex", "Jenis kelamin", "Sex", asCode, "sex", 0, false, "jk,kelamin,lp,gender"},
	BirthPlace:          {"tempatlahir", "birth_place", "Tempat lahir", "Place of birth", asText, "", 100, false, "tmp lahir,tempat_lahir"},
	BirthDate:           {"tanggallahir", "birth_date", "Tanggal lahir", "Date of birth", asDay, "", 0, false, "tgl lahir,tanggal_lahir,tgllahir"},
	Religion:            {"agama_id", "religion", "Agama", "Religion", asCode, "religion", 0, false, "agama"},
	Education:           {"pendidikan_kk_id", "education", "Pendidikan dalam KK", "Education on the family card", asCode, "education", 0, false, "pendidikan,pendidikan kk,pendidikan terakhir"},
	Studying:            {"pendidikan_sedang_id", "studying", "Pendidikan sedang ditempuh", "In education", asCode, "studying", 0, false, "pendidikan sedang"},
	Occupation:          {"pekerjaan_id", "occupation", "Pekerjaan", "Occupation", asCode, "occupation", 0, false, "pekerjaan,jenis pekerjaan"},
	MaritalStatus:       {"status_kawin", "marital_status", "Status perkawinan", "Marital status", asCode, "marital_status", 0, false, "status kawin,kawin,status perkawinan"},
	FamilyRole:          {"kk_level", "family_role", "Hubungan dalam keluarga", "Role in the family", asCode, "family_role", 0, true, "shdk,hubungan keluarga,status hubungan dalam keluarga,hub keluarga,hubungan"},
	Citizenship:         {"warganegara_id", "citizenship", "Kewarganegaraan", "Citizenship", asCode, "citizenship", 0, false, "warganegara,kewarganegaraan"},
	FatherNIK:           {"ayah_nik", "father_nik", "NIK ayah", "NIK of the father", asParentNumber, "", 16, false, ""},
	FatherName:          {"nama_ayah", "father_name", "Nama ayah", "Name of the father", asName, "", 150, false, "ayah"},
	MotherNIK:           {"ibu_nik", "mother_nik", "NIK ibu", "NIK of the mother", asParentNumber, "", 16, false, ""},
	MotherName:          {"nama_ibu", "mother_name", "Nama ibu", "Name of the mother", asName, "", 150, false, "ibu"},
	BloodType:           {"golongan_darah_id", "blood_type", "Golongan darah", "Blood type", asCode, "blood_type", 0, false, "gol darah,goldar"},
	BirthCertificate:    {"akta_lahir", "birth_certificate", "Akta lahir", "Birth certificate", asText, "", 60, false, "no akta lahir,akta kelahiran"},
	Passport:            {"dokumen_pasport", "passport", "Paspor", "Passport", asText, "", 30, false, "no paspor,pasport"},
	PassportUntil:       {"tanggal_akhir_paspor", "passport_until", "Paspor berlaku sampai", "Passport valid until", asDay, "", 0, false, "tgl akhir paspor"},
	StayPermit:          {"dokumen_kitas", "stay_permit", "KITAS/KITAP", "Stay permit", asText, "", 60, false, "kitas,kitap,no kitas"},
	MarriageCertificate: {"akta_perkawinan", "marriage_certificate", "Akta perkawinan", "Marriage certificate", asText, "", 60, false, "no akta perkawinan,akta nikah,buku nikah"},
	MarriedOn:           {"tanggalperkawinan", "married_on", "Tanggal perkawinan", "Married on", asDay, "", 0, false, "tgl perkawinan,tanggal kawin"},
	DivorceCertificate:  {"akta_perceraian", "divorce_certificate", "Akta perceraian", "Divorce certificate", asText, "", 60, false, "no akta perceraian,akta cerai"},
	DivorcedOn:          {"tanggalperceraian", "divorced_on", "Tanggal perceraian", "Divorced on", asDay, "", 0, false, "tgl perceraian,tanggal cerai"},
	Disability:          {"cacat_id", "disability", "Disabilitas", "Disability", asCode, "disability", 0, false, "cacat"},
	Contraception:       {"cara_kb_id", "contraception", "Cara KB", "Contraception", asCode, "contraception", 0, false, "kb,cara kb"},
	Pregnant:            {"hamil", "pregnant", "Hamil", "Pregnant", asYesNo, "", 0, false, ""},
	IDCard:              {"ktp_el", "id_card", "Kartu identitas", "Identity card", asCode, "id_card", 0, false, "e-ktp"},
	IDCardStatus:        {"status_rekam", "id_card_status", "Status rekam", "State of the identity card", asCode, "id_card_status", 0, false, ""},
	CurrentAddress:      {"alamat_sekarang", "current_address", "Alamat sekarang", "Present address", asText, "", 300, false, ""},
	LifeStatus:          {"status_dasar", "life_status", "Status dasar", "State of life", asCode, "life_status", 0, true, "status hidup"},
	Ethnicity:           {"suku", "ethnicity", "Suku", "Ethnicity", asText, "", 60, false, "suku/etnis,etnis"},
	TagID:               {"tag_id_card", "tag_id", "Tag ID card", "Tag of the card", asTag, "", 17, false, ""},
	Insurance:           {"id_asuransi", "insurance", "Asuransi kesehatan", "Health insurance", asCode, "insurance", 0, false, "asuransi"},
	InsuranceNumber:     {"no_asuransi", "insurance_number", "Nomor asuransi", "Number of the insurance", asText, "", 60, false, "no bpjs"},
	Lat:                 {"lat", "lat", "Lintang", "Latitude", asDegrees, "", 90, false, "latitude"},
	Lng:                 {"lng", "lng", "Bujur", "Longitude", asDegrees, "", 180, false, "longitude,lon"},

	Phone:              {"", "phone", "Telepon", "Phone", asText, "", 20, false, "no hp,hp,telepon,no telepon"},
	Residency:          {"", "residency", "Status penduduk", "Residency", asCode, "residency", 0, false, "status penduduk"},
	CustomaryVillage:   {"", "customary_village", "Desa adat", "Customary village", asText, "", 100, false, "desa adat"},
	CustomaryHamlet:    {"", "customary_hamlet", "Banjar adat", "Customary hamlet", asText, "", 100, false, "banjar adat"},
	KramaStatus:        {"", "krama_status", "Status krama", "Status as krama", asCode, "krama_status", 0, false, "krama"},
	MarriageRegistered: {"", "marriage_registered", "Perkawinan tercatat", "Marriage registered", asYesNo, "", 0, false, ""},
}
