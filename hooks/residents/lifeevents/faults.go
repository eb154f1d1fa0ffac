package lifeevents

import "mdesa/hooks/fault"

// Faults that several kinds share; those of one kind stand with it.
var (
	errFields = fault.New(fault.Invalid, "event.unsound",
		"Peristiwa belum tercatat. Perbaiki isian yang ditandai.",
		"The event was not recorded. Mend the marked fields.")
	errData = fault.New(fault.Invalid, "event.data",
		"Rincian peristiwa tidak terbaca. Muat ulang halaman, lalu isi lagi.",
		"The event's details cannot be read. Reload the page and fill it in again.")
	errNobody = fault.New(fault.Invalid, "event.nobody",
		"Orang ini tidak ada di register. Cari lagi dengan nama atau NIK.",
		"This person is not in the register. Search again by name or NIK.")
	errNoFamily = fault.New(fault.Invalid, "event.no_family",
		"Kartu keluarga ini tidak ada di register. Cari lagi.",
		"This family card is not in the register. Search again.")
	errNoHamlet = fault.New(fault.Invalid, "event.no_hamlet",
		"Pilih wilayah yang ada di desa ini.",
		"Choose one of the village's hamlets.")
	errDay = fault.New(fault.Invalid, "event.day",
		"Isi tanggal yang benar, misalnya 2026-11-23.",
		"Give a real date, such as 2026-11-23.")
	errFuture = fault.New(fault.Invalid, "event.future",
		"Tanggal ini belum tiba. Catat peristiwa yang sudah terjadi saja.",
		"This date has not come yet. Record only what has happened.")
	errBeforeBirth = fault.New(fault.Invalid, "event.before_birth",
		"Tanggal ini sebelum {name} lahir ({date}). Periksa tanggalnya, atau perbaiki dulu tanggal lahirnya.",
		"This date is before {name} was born ({date}). Check it, or correct the birth date first.")
	errReportedBefore = fault.New(fault.Invalid, "event.reported_before",
		"Laporan tidak mungkin datang sebelum peristiwanya. Periksa kedua tanggal.",
		"A report cannot come before the event. Check both dates.")
	errState = fault.New(fault.Invalid, "event.state",
		"Status {name} di register: {status}. Peristiwa ini tidak mungkin; periksa orangnya.",
		"The register has {name} as {status}. This event is not possible; check the person.")
	errAlreadyDead = fault.New(fault.Invalid, "event.already_dead",
		"{name} sudah tercatat meninggal. Bila kematian itu salah catat, batalkan peristiwanya atau catat \"ditemukan\".",
		"{name} is already on record as dead. If that was a mistake, take the event back or record \"found\".")
	errNeedPerson = fault.New(fault.Invalid, "event.need_person",
		"Pilih dulu orangnya.",
		"Choose the person first.")
	errNeedFamily = fault.New(fault.Invalid, "event.need_family",
		"Pilih dulu kartu keluarganya.",
		"Choose the family card first.")
	errNeedHead = fault.New(fault.Invalid, "event.need_head",
		"Keluarga yang tinggal ({name}) memerlukan kepala keluarga baru. Pilih salah satu anggotanya.",
		"The family that stays ({name}) needs a new head. Choose one of its members.")
	errTwoHeads = fault.New(fault.Invalid, "event.two_heads",
		"Satu kartu keluarga hanya punya satu kepala. Pilih hubungan keluarga yang lain untuk {name}.",
		"A family card has one head. Choose another family role for {name}.")
	errNotMember = fault.New(fault.Invalid, "event.not_member",
		"{name} bukan anggota keluarga ini, atau sudah tidak tinggal di sini.",
		"{name} is no member of this family, or does not live here any more.")
	errNeedNote = fault.New(fault.Invalid, "event.need_note",
		"Tulis alasannya dengan singkat: catatan ini dibaca pemeriksa.",
		"Write the reason in a few words: auditors read this note.")
	errRecordEvent = fault.New(fault.Forbidden, "event.record_event",
		"Status hidup, keluarga, wilayah dan hubungan keluarga berubah lewat peristiwa, bukan penyuntingan. Catat peristiwanya di Kependudukan (POST /api/collections/life_events/records).",
		"State of life, household, hamlet and family role change through life events, not by editing. Record the event under Population (POST /api/collections/life_events/records).")
	errAppendOnly = fault.New(fault.Forbidden, "event.append_only",
		"Peristiwa yang sudah tercatat tidak diubah atau dihapus oleh siapa pun. Batalkan dengan peristiwa \"pembatalan\".",
		"A recorded event is neither changed nor deleted by anyone. Take it back with a \"reversal\".")
	errOnlyRecorders = fault.New(fault.Forbidden, "event.only_recorders",
		"Peristiwa dicatat oleh petugas, sekretaris atau kepala desa. Kepala wilayah: laporkan ke kantor.",
		"Events are recorded by officers, the secretary or the village head. Hamlet heads: report them to the office.")
	errOwnFamily = fault.New(fault.Forbidden, "event.own_family",
		"Peristiwa ini menyangkut Anda sendiri atau keluarga Anda. Minta rekan lain mencatatnya.",
		"This event is about yourself or your family. Ask a colleague to record it.")
	errLogin = fault.New(fault.Unauthenticated, "event.login",
		"Masuk dulu sebagai petugas untuk mencatat peristiwa.",
		"Log in as an officer to record events.")
)
