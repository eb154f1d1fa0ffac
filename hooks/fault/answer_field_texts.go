package fault

// errField stands for any field error without a text of its own.
var errField = New(Invalid, "validation_invalid_value",
	"Isian ini belum benar.",
	"This is not right yet.")

// fieldFaults words PocketBase's field errors. Their keys are PocketBase's codes,
// so that what is written about its API stays true here.
var fieldFaults = map[string]*Fault{}

func field(code, id, en string) { fieldFaults[code] = New(Invalid, code, id, en) }

func init() {
	fieldFaults[errField.Key] = errField
	field("validation_required", "Wajib diisi.", "This is required.")
	field("validation_not_unique", "Sudah dipakai data lain.", "Another record already has this.")
	field("validation_invalid_format", "Bentuknya belum benar.", "This does not have the right form.")
	field("validation_match_invalid", "Bentuk isian belum benar.", "This is not in the right form.")
	field("validation_in_invalid", "Pilih salah satu pilihan yang ada.", "Choose one of the options.")
	field("validation_is_email", "Alamat surel tidak benar.", "This is not a valid e-mail address.")
	field("validation_is_url", "Alamat situs belum benar, contoh: https://desa.id", "This is not a web address, such as https://desa.id.")
	field("validation_invalid_url", "Alamat situs tidak benar, contoh: https://desa.id", "This is not a valid web address, such as https://desa.id.")

	field("validation_min_text_constraint", "Paling sedikit {min} huruf.", "At least {min} characters.")
	field("validation_max_text_constraint", "Paling banyak {max} huruf.", "At most {max} characters.")
	field("validation_length_out_of_range", "Panjangnya antara {min} dan {max} huruf.", "Between {min} and {max} characters.")
	field("validation_length_too_long", "Terlalu panjang: paling banyak {max} huruf.", "Too long: at most {max} characters.")
	field("validation_length_too_short", "Terlalu pendek: paling sedikit {min} huruf.", "Too short: at least {min} characters.")
	field("validation_length_invalid", "Harus tepat {min} huruf.", "Exactly {min} characters.")
	field("validation_min_number_constraint", "Paling kecil {min}.", "Not less than {min}.")
	field("validation_max_number_constraint", "Paling besar {max}.", "Not more than {max}.")
	field("validation_min_greater_equal_than_required", "Nilainya paling kecil {threshold}.", "The value is {threshold} or more.")
	field("validation_max_less_equal_than_required", "Nilainya paling besar {threshold}.", "The value is {threshold} or less.")
	field("validation_only_int_constraint", "Isi dengan bilangan bulat.", "Enter a whole number.")
	field("validation_not_a_number", "Isi dengan angka.", "Enter a number.")
	field("validation_invalid_json", "Data ini tidak dapat dibaca.", "This data cannot be read.")
	field("validation_json_size_limit", "Data ini terlalu besar.", "This data is too large.")
	field("validation_content_size_limit", "Tulisan ini terlalu panjang.", "This text is too long.")

	field("validation_not_enough_values", "Pilih paling sedikit {minSelect}.", "Choose at least {minSelect}.")
	field("validation_too_many_values", "Pilih paling banyak {maxSelect}.", "Choose at most {maxSelect}.")
	field("validation_missing_rel_records", "Data yang dirujuk tidak ditemukan.", "The record this refers to was not found.")
	field("validation_missing_rel_collection", "Data yang dirujuk tidak tersedia.", "What this refers to is not available.")

	field("validation_file_size_limit", "Berkas terlalu besar.", "The file is too large.")
	field("validation_too_many_files", "Paling banyak {maxSelect} berkas.", "At most {maxSelect} files.")
	field("validation_invalid_mime_type", "Jenis berkas ini tidak diterima.", "Files of this kind are not accepted.")
	field("validation_invalid_file", "Berkas ini tidak dapat dibaca.", "This file cannot be read.")

	field("validation_values_mismatch", "Kedua isian tidak sama.", "The two entries differ.")
	field("validation_invalid_old_password", "Kata sandi lama tidak cocok.", "The old password does not match.")
	field("validation_invalid_password", "Kata sandi tidak cocok.", "The password does not match.")
	field("validation_invalid_token", "Tautan ini sudah tidak berlaku. Minta yang baru.", "This link is no longer valid. Please ask for a new one.")
	field("validation_invalid_or_existing_id", "Nomor data ini tidak sah atau sudah dipakai.", "This id is not valid or is already in use.")
	field("validation_pk_invalid", "Nomor data ini sudah dipakai atau tidak sah.", "This id is already in use or not valid.")
	field("validation_pk_change", "Nomor data tidak dapat diubah.", "The id cannot be changed.")
	field("validation_unknown_field", "Isian ini tidak dikenal.", "This field is not known.")
}
