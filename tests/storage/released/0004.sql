BEGIN TRANSACTION;
CREATE TABLE "addresses" (
	id INTEGER NOT NULL CONSTRAINT pk_addresses PRIMARY KEY AUTOINCREMENT, 
	connection_id INTEGER NOT NULL, 
	chat_id TEXT NOT NULL, 
	is_group BOOLEAN NOT NULL, 
	member_id INTEGER, 
	unit_id INTEGER, 
	state VARCHAR(32) NOT NULL, 
	preference BIGINT NOT NULL, 
	shown_as VARCHAR(32), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_addresses_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_addresses_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_addresses_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_addresses_connection_id_chat_id UNIQUE (connection_id, chat_id)
);
INSERT INTO "addresses" VALUES(1,1,'m1',0,1,NULL,'active',0,NULL,'2026-11-22 23:52:22.265312');
INSERT INTO "addresses" VALUES(2,1,'m2',0,2,NULL,'active',0,NULL,'2026-11-22 23:52:22.292308');
INSERT INTO "addresses" VALUES(3,1,'m3',0,3,NULL,'active',0,NULL,'2026-11-22 23:52:22.294433');
INSERT INTO "addresses" VALUES(4,1,'m4',0,4,NULL,'active',0,NULL,'2026-11-22 23:52:22.297811');
INSERT INTO "addresses" VALUES(5,1,'m5',0,5,NULL,'active',0,NULL,'2026-11-22 23:52:22.300808');
INSERT INTO "addresses" VALUES(6,1,'m6',0,6,NULL,'active',0,'telegram','2026-11-22 23:52:22.303539');
INSERT INTO "addresses" VALUES(7,1,'m7',0,7,NULL,'active',0,'zalo','2026-11-22 23:52:22.305192');
INSERT INTO "addresses" VALUES(8,1,'m8',0,8,NULL,'active',0,NULL,'2026-11-22 23:52:22.306691');
INSERT INTO "addresses" VALUES(9,1,'m9',0,9,NULL,'active',0,NULL,'2026-11-22 23:52:22.308217');
INSERT INTO "addresses" VALUES(10,1,'m10',0,10,NULL,'active',0,NULL,'2026-11-22 23:52:22.309617');
INSERT INTO "addresses" VALUES(11,1,'m11',0,11,NULL,'active',0,NULL,'2026-11-22 23:52:22.310960');
INSERT INTO "addresses" VALUES(12,1,'m13',0,13,NULL,'active',0,NULL,'2026-11-22 23:52:22.312354');
INSERT INTO "addresses" VALUES(13,1,'m14',0,14,NULL,'active',0,NULL,'2026-11-22 23:52:22.313577');
INSERT INTO "addresses" VALUES(14,1,'m15',0,15,NULL,'active',0,'zalo','2026-11-22 23:52:22.314765');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE "attachments" (
	id INTEGER NOT NULL CONSTRAINT pk_attachments PRIMARY KEY AUTOINCREMENT, 
	draft_id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	place BIGINT NOT NULL, 
	CONSTRAINT fk_attachments_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT fk_attachments_file_id FOREIGN KEY(file_id) REFERENCES files (id), 
	CONSTRAINT uq_attachments_draft_id_file_id UNIQUE (draft_id, file_id)
);
INSERT INTO "attachments" VALUES(1,2,1,'a.txt',0);
INSERT INTO "attachments" VALUES(2,3,2,'b.txt',0);
CREATE TABLE "attempts" (
	id INTEGER NOT NULL CONSTRAINT pk_attempts PRIMARY KEY AUTOINCREMENT, 
	delivery_id INTEGER NOT NULL, 
	attempt_number BIGINT NOT NULL, 
	worker TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	outcome VARCHAR(20), 
	reason VARCHAR(32), 
	status BIGINT, 
	detail TEXT NOT NULL, 
	message_id TEXT, 
	CONSTRAINT fk_attempts_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id), 
	CONSTRAINT uq_attempts_delivery_id_attempt_number UNIQUE (delivery_id, attempt_number)
);
INSERT INTO "attempts" VALUES(1,1,1,'office:1:abcdef','2026-11-22 23:52:23.030310','2026-11-22 23:52:23.172996','sent',NULL,NULL,'','1');
INSERT INTO "attempts" VALUES(2,22,1,'office:1:abcdef','2026-11-22 23:52:23.107180','2026-11-22 23:52:23.184434','sent',NULL,NULL,'','2');
INSERT INTO "attempts" VALUES(3,2,1,'office:1:abcdef','2026-11-22 23:52:23.107180','2026-11-22 23:52:23.187154','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(4,4,1,'office:1:abcdef','2026-11-22 23:52:23.107180','2026-11-22 23:52:23.193075','sent',NULL,NULL,'','4');
INSERT INTO "attempts" VALUES(5,3,1,'office:1:abcdef','2026-11-22 23:52:23.144919','2026-11-22 23:52:23.197246','sent',NULL,NULL,'','5');
INSERT INTO "attempts" VALUES(6,5,1,'office:1:abcdef','2026-11-22 23:52:23.144919','2026-11-22 23:52:23.201082','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(7,6,1,'office:1:abcdef','2026-11-22 23:52:23.205989','2026-11-22 23:52:23.288237','sent',NULL,NULL,'','7');
INSERT INTO "attempts" VALUES(8,7,1,'office:1:abcdef','2026-11-22 23:52:23.205989','2026-11-22 23:52:23.292792','sent',NULL,NULL,'','8');
INSERT INTO "attempts" VALUES(9,8,1,'office:1:abcdef','2026-11-22 23:52:23.227931','2026-11-22 23:52:23.301706','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(10,9,1,'office:1:abcdef','2026-11-22 23:52:23.227931','2026-11-22 23:52:23.306755','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(11,10,1,'office:1:abcdef','2026-11-22 23:52:23.227931','2026-11-22 23:52:23.310655','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(12,11,1,'office:1:abcdef','2026-11-22 23:52:23.266135','2026-11-22 23:52:23.329402','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(13,12,1,'office:1:abcdef','2026-11-22 23:52:23.313701','2026-11-22 23:52:23.428725','sent',NULL,NULL,'','13');
INSERT INTO "attempts" VALUES(14,13,1,'office:1:abcdef','2026-11-22 23:52:23.313701','2026-11-22 23:52:23.433937','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(15,14,1,'office:1:abcdef','2026-11-22 23:52:23.336466','2026-11-22 23:52:23.441129','sent',NULL,NULL,'','15');
INSERT INTO "attempts" VALUES(16,15,1,'office:1:abcdef','2026-11-22 23:52:23.336466','2026-11-22 23:52:23.444427','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(17,16,1,'office:1:abcdef','2026-11-22 23:52:23.336466','2026-11-22 23:52:23.447226','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(18,17,1,'office:1:abcdef','2026-11-22 23:52:23.398967','2026-11-22 23:52:23.449370','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(19,15,2,'office:1:abcdef','2026-11-22 23:52:23.451838','2026-11-22 23:52:23.569505','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(20,16,2,'office:1:abcdef','2026-11-22 23:52:23.451838','2026-11-22 23:52:23.577187','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(21,17,2,'office:1:abcdef','2026-11-22 23:52:23.451838','2026-11-22 23:52:23.582594','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(22,18,1,'office:1:abcdef','2026-11-22 23:52:23.493551','2026-11-22 23:52:23.586003','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(23,19,1,'office:1:abcdef','2026-11-22 23:52:23.493551','2026-11-22 23:52:23.589193','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(24,20,1,'office:1:abcdef','2026-11-22 23:52:23.493551','2026-11-22 23:52:23.592150','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(25,15,3,'office:1:abcdef','2026-11-22 23:52:23.595262','2026-11-22 23:52:23.612126','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(26,16,3,'office:1:abcdef','2026-11-22 23:52:23.616476','2026-11-22 23:52:23.633595','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(27,17,3,'office:1:abcdef','2026-11-22 23:52:23.616476','2026-11-22 23:52:23.646948','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(28,18,2,'office:1:abcdef','2026-11-22 23:52:23.616476','2026-11-22 23:52:23.656666','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(29,19,2,'office:1:abcdef','2026-11-22 23:52:23.661919','2026-11-22 23:52:23.679127','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(30,20,2,'office:1:abcdef','2026-11-22 23:52:23.661919','2026-11-22 23:52:23.691020','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(31,21,1,'office:1:abcdef','2026-11-22 23:52:23.661919','2026-11-22 23:52:23.713047','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(32,21,2,'office:1:abcdef','2026-11-22 23:52:23.716501','2026-11-22 23:52:23.734020','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(33,2,2,'office:1:abcdef','2026-11-22 23:52:23.793572','2026-11-22 23:52:23.895140','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(34,16,4,'office:1:abcdef','2026-11-22 23:52:23.793572','2026-11-22 23:52:23.898516','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(35,17,4,'office:1:abcdef','2026-11-22 23:52:23.793572','2026-11-22 23:52:23.901352','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(36,5,2,'office:1:abcdef','2026-11-22 23:52:23.829260','2026-11-22 23:52:23.915974','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(37,15,4,'office:1:abcdef','2026-11-22 23:52:23.829260','2026-11-22 23:52:23.921048','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(38,19,3,'office:1:abcdef','2026-11-22 23:52:23.829260','2026-11-22 23:52:23.860106','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(39,8,2,'office:1:abcdef','2026-11-22 23:52:23.875509','2026-11-22 23:52:23.946744','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(40,2,3,'office:1:abcdef','2026-11-22 23:52:23.924557','2026-11-22 23:52:23.930379','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(41,5,3,'office:1:abcdef','2026-11-22 23:52:23.924557','2026-11-22 23:52:23.934297','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(42,9,2,'office:1:abcdef','2026-11-22 23:52:23.924557','2026-11-22 23:52:24.017985','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(43,8,3,'office:1:abcdef','2026-11-22 23:52:23.952228','2026-11-22 23:52:23.958665','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(44,10,2,'office:1:abcdef','2026-11-22 23:52:23.952228','2026-11-22 23:52:24.027996','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(45,15,5,'office:1:abcdef','2026-11-22 23:52:23.952228','2026-11-22 23:52:24.031236','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(46,13,2,'office:1:abcdef','2026-11-22 23:52:23.984190','2026-11-22 23:52:24.034501','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(47,16,5,'office:1:abcdef','2026-11-22 23:52:23.984190','2026-11-22 23:52:24.037689','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(48,17,5,'office:1:abcdef','2026-11-22 23:52:23.984190','2026-11-22 23:52:24.039805','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(49,9,3,'office:1:abcdef','2026-11-22 23:52:24.041829','2026-11-22 23:52:24.048887','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(50,10,3,'office:1:abcdef','2026-11-22 23:52:24.041829','2026-11-22 23:52:24.052784','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(51,13,3,'office:1:abcdef','2026-11-22 23:52:24.056028','2026-11-22 23:52:24.064608','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(52,15,6,'office:1:abcdef','2026-11-22 23:52:24.056028','2026-11-22 23:52:24.156540','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(53,16,6,'office:1:abcdef','2026-11-22 23:52:24.056028','2026-11-22 23:52:24.083838','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(54,17,6,'office:1:abcdef','2026-11-22 23:52:24.086050','2026-11-22 23:52:24.099152','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(55,18,3,'office:1:abcdef','2026-11-22 23:52:24.086050','2026-11-22 23:52:24.180534','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(56,19,4,'office:1:abcdef','2026-11-22 23:52:24.086050','2026-11-22 23:52:24.182870','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(57,20,3,'office:1:abcdef','2026-11-22 23:52:24.124945','2026-11-22 23:52:24.220359','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(58,21,3,'office:1:abcdef','2026-11-22 23:52:24.124945','2026-11-22 23:52:24.224755','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(59,15,7,'office:1:abcdef','2026-11-22 23:52:24.159161','2026-11-22 23:52:24.174583','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(60,18,4,'office:1:abcdef','2026-11-22 23:52:24.185591','2026-11-22 23:52:24.204499','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(61,19,5,'office:1:abcdef','2026-11-22 23:52:24.185591','2026-11-22 23:52:24.217184','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(62,20,4,'office:1:abcdef','2026-11-22 23:52:24.228815','2026-11-22 23:52:24.243772','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(63,21,4,'office:1:abcdef','2026-11-22 23:52:24.228815','2026-11-22 23:52:24.259666','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(64,11,2,'office:1:abcdef','2026-11-22 23:52:24.344058','2026-11-22 23:52:24.448588','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(65,23,1,'office:1:abcdef','2026-11-22 23:52:24.344058','2026-11-22 23:52:24.452757','sent',NULL,NULL,'','23');
INSERT INTO "attempts" VALUES(66,24,1,'office:1:abcdef','2026-11-22 23:52:24.344058','2026-11-22 23:52:24.455606','sent',NULL,NULL,'','24');
INSERT INTO "attempts" VALUES(67,15,8,'office:1:abcdef','2026-11-22 23:52:24.381025','2026-11-22 23:52:24.457862','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(68,16,7,'office:1:abcdef','2026-11-22 23:52:24.381025','2026-11-22 23:52:24.460709','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(69,17,7,'office:1:abcdef','2026-11-22 23:52:24.381025','2026-11-22 23:52:24.463737','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(70,11,3,'office:1:abcdef','2026-11-22 23:52:24.466899','2026-11-22 23:52:24.480515','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(71,15,9,'office:1:abcdef','2026-11-22 23:52:24.484632','2026-11-22 23:52:24.504096','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(72,16,8,'office:1:abcdef','2026-11-22 23:52:24.484632','2026-11-22 23:52:24.519525','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(73,17,8,'office:1:abcdef','2026-11-22 23:52:24.484632','2026-11-22 23:52:24.533272','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(74,18,5,'office:1:abcdef','2026-11-22 23:52:24.538303','2026-11-22 23:52:24.552984','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(75,19,6,'office:1:abcdef','2026-11-22 23:52:24.538303','2026-11-22 23:52:24.606209','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(76,20,5,'office:1:abcdef','2026-11-22 23:52:24.538303','2026-11-22 23:52:24.609354','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(77,21,5,'office:1:abcdef','2026-11-22 23:52:24.583410','2026-11-22 23:52:24.599499','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(78,19,7,'office:1:abcdef','2026-11-22 23:52:24.612746','2026-11-22 23:52:24.628985','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(79,20,6,'office:1:abcdef','2026-11-22 23:52:24.612746','2026-11-22 23:52:24.644617','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(80,25,1,'office:1:abcdef','2026-11-22 23:52:24.752859','2026-11-22 23:52:24.787268','sent',NULL,NULL,'','25');
INSERT INTO "attempts" VALUES(81,26,1,'office:1:abcdef','2026-11-22 23:52:24.752859','2026-11-22 23:52:24.789973','sent',NULL,NULL,'','26');
INSERT INTO "attempts" VALUES(82,27,1,'office:1:abcdef','2026-11-22 23:52:24.752859','2026-11-22 23:52:24.793051','sent',NULL,NULL,'','27');
INSERT INTO "attempts" VALUES(83,28,1,'office:1:abcdef','2026-11-22 23:52:24.769356','2026-11-22 23:52:24.795349','sent',NULL,NULL,'','28');
INSERT INTO "attempts" VALUES(84,29,1,'office:1:abcdef','2026-11-22 23:52:24.857974','2026-11-22 23:52:24.887557','sent',NULL,NULL,'','29');
INSERT INTO "attempts" VALUES(85,30,1,'office:1:abcdef','2026-11-22 23:52:24.857974','2026-11-22 23:52:24.891306','sent',NULL,NULL,'','30');
INSERT INTO "attempts" VALUES(86,31,1,'office:1:abcdef','2026-11-22 23:52:24.857974','2026-11-22 23:52:24.895116','sent',NULL,NULL,'','31');
INSERT INTO "attempts" VALUES(87,32,1,'office:1:abcdef','2026-11-22 23:52:41.195626','2026-11-22 23:52:41.225948','sent',NULL,NULL,'','32');
INSERT INTO "attempts" VALUES(88,33,1,'office:1:abcdef','2026-11-22 23:52:47.669982','2026-11-22 23:52:47.689424','sent',NULL,NULL,'','33');
INSERT INTO "attempts" VALUES(89,2,4,'office:1:abcdef','2026-11-22 23:52:54.666758','2026-11-22 23:52:54.715941','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(90,3,2,'office:1:abcdef','2026-11-22 23:52:54.666758','2026-11-22 23:52:54.720503','sent',NULL,NULL,'','5');
INSERT INTO "attempts" VALUES(91,4,2,'office:1:abcdef','2026-11-22 23:52:54.666758','2026-11-22 23:52:54.725727','sent',NULL,NULL,'','4');
INSERT INTO "attempts" VALUES(92,5,4,'office:1:abcdef','2026-11-22 23:52:54.680834','2026-11-22 23:52:54.730671','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(93,6,2,'office:1:abcdef','2026-11-22 23:52:54.680834','2026-11-22 23:52:54.735466','sent',NULL,NULL,'','7');
INSERT INTO "attempts" VALUES(94,7,2,'office:1:abcdef','2026-11-22 23:52:54.680834','2026-11-22 23:52:54.740309','sent',NULL,NULL,'','8');
INSERT INTO "attempts" VALUES(95,2,5,'office:1:abcdef','2026-11-22 23:52:54.745958','2026-11-22 23:52:54.754298','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(96,3,3,'office:1:abcdef','2026-11-22 23:52:54.992717','2026-11-22 23:52:55.002621','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(97,4,3,'office:1:abcdef','2026-11-22 23:52:54.992717','2026-11-22 23:52:55.008558','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(98,5,5,'office:1:abcdef','2026-11-22 23:52:54.992717','2026-11-22 23:52:55.014319','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(99,6,3,'office:1:abcdef','2026-11-22 23:52:55.017366','2026-11-22 23:52:55.025493','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(100,7,3,'office:1:abcdef','2026-11-22 23:52:55.017366','2026-11-22 23:52:55.031014','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(101,8,4,'office:1:abcdef','2026-11-22 23:52:55.017366','2026-11-22 23:52:55.083547','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(102,9,4,'office:1:abcdef','2026-11-22 23:52:55.040046','2026-11-22 23:52:55.093320','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(103,10,4,'office:1:abcdef','2026-11-22 23:52:55.040046','2026-11-22 23:52:55.098009','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(104,11,4,'office:1:abcdef','2026-11-22 23:52:55.040046','2026-11-22 23:52:55.102427','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(105,12,2,'office:1:abcdef','2026-11-22 23:52:55.064122','2026-11-22 23:52:55.106847','sent',NULL,NULL,'','13');
INSERT INTO "attempts" VALUES(106,13,4,'office:1:abcdef','2026-11-22 23:52:55.064122','2026-11-22 23:52:55.110918','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(107,8,5,'office:1:abcdef','2026-11-22 23:52:55.115245','2026-11-22 23:52:55.123680','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(108,9,5,'office:1:abcdef','2026-11-22 23:52:55.115245','2026-11-22 23:52:55.129755','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(109,10,5,'office:1:abcdef','2026-11-22 23:52:55.132983','2026-11-22 23:52:55.142441','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(110,11,5,'office:1:abcdef','2026-11-22 23:52:55.132983','2026-11-22 23:52:55.148396','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(111,12,3,'office:1:abcdef','2026-11-22 23:52:55.132983','2026-11-22 23:52:55.153687','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(112,13,5,'office:1:abcdef','2026-11-22 23:52:55.156576','2026-11-22 23:52:55.166193','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(113,14,2,'office:1:abcdef','2026-11-22 23:52:55.156576','2026-11-22 23:52:55.212338','sent',NULL,NULL,'','15');
INSERT INTO "attempts" VALUES(114,34,1,'office:1:abcdef','2026-11-22 23:52:55.156576','2026-11-22 23:52:55.216113','sent',NULL,NULL,'','34');
INSERT INTO "attempts" VALUES(115,35,1,'office:1:abcdef','2026-11-22 23:52:55.180384','2026-11-22 23:52:55.222354','sent',NULL,NULL,'','35');
INSERT INTO "attempts" VALUES(116,36,1,'office:1:abcdef','2026-11-22 23:52:55.180384','2026-11-22 23:52:55.225205','sent',NULL,NULL,'','36');
INSERT INTO "attempts" VALUES(117,37,1,'office:1:abcdef','2026-11-22 23:52:55.180384','2026-11-22 23:52:55.227554','sent',NULL,NULL,'','37');
INSERT INTO "attempts" VALUES(118,38,1,'office:1:abcdef','2026-11-22 23:52:55.200326','2026-11-22 23:52:55.229739','sent',NULL,NULL,'','38');
INSERT INTO "attempts" VALUES(119,14,3,'office:1:abcdef','2026-11-22 23:52:55.232352','2026-11-22 23:52:55.240793','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(120,39,1,'office:1:abcdef','2026-11-22 23:52:55.232352','2026-11-22 23:52:55.279215','sent',NULL,NULL,'','39');
INSERT INTO "attempts" VALUES(121,40,1,'office:1:abcdef','2026-11-22 23:52:55.232352','2026-11-22 23:52:55.282027','sent',NULL,NULL,'','40');
INSERT INTO "attempts" VALUES(122,41,1,'office:1:abcdef','2026-11-22 23:52:55.249945','2026-11-22 23:52:55.287517','sent',NULL,NULL,'','41');
INSERT INTO "attempts" VALUES(123,42,1,'office:1:abcdef','2026-11-22 23:52:55.249945','2026-11-22 23:52:55.289555','sent',NULL,NULL,'','42');
INSERT INTO "attempts" VALUES(124,43,1,'office:1:abcdef','2026-11-22 23:52:55.249945','2026-11-22 23:52:55.292486','sent',NULL,NULL,'','43');
INSERT INTO "attempts" VALUES(125,44,1,'office:1:abcdef','2026-11-22 23:52:55.267535','2026-11-22 23:52:55.294607','sent',NULL,NULL,'','44');
INSERT INTO "attempts" VALUES(126,45,1,'office:1:abcdef','2026-11-22 23:52:55.296911','2026-11-22 23:52:55.376049','sent',NULL,NULL,'','45');
INSERT INTO "attempts" VALUES(127,46,1,'office:1:abcdef','2026-11-22 23:52:55.296911','2026-11-22 23:52:55.378428','sent',NULL,NULL,'','46');
INSERT INTO "attempts" VALUES(128,15,10,'office:1:abcdef','2026-11-22 23:52:55.296911','2026-11-22 23:52:55.380601','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(129,16,9,'office:1:abcdef','2026-11-22 23:52:55.321262','2026-11-22 23:52:55.383100','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(130,17,9,'office:1:abcdef','2026-11-22 23:52:55.321262','2026-11-22 23:52:55.385984','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(131,18,6,'office:1:abcdef','2026-11-22 23:52:55.321262','2026-11-22 23:52:55.388676','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(132,15,11,'office:1:abcdef','2026-11-22 23:52:55.392026','2026-11-22 23:52:55.405518','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(133,16,10,'office:1:abcdef','2026-11-22 23:52:55.408811','2026-11-22 23:52:55.423825','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(134,17,10,'office:1:abcdef','2026-11-22 23:52:55.408811','2026-11-22 23:52:55.437070','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(135,18,7,'office:1:abcdef','2026-11-22 23:52:55.408811','2026-11-22 23:52:55.448839','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(136,19,8,'office:1:abcdef','2026-11-22 23:52:55.452437','2026-11-22 23:52:55.505455','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(137,20,7,'office:1:abcdef','2026-11-22 23:52:55.452437','2026-11-22 23:52:55.508605','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(138,21,6,'office:1:abcdef','2026-11-22 23:52:55.452437','2026-11-22 23:52:55.515765','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(139,19,9,'office:1:abcdef','2026-11-22 23:52:55.518889','2026-11-22 23:52:55.531852','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(140,20,8,'office:1:abcdef','2026-11-22 23:52:55.518889','2026-11-22 23:52:55.542186','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(141,21,7,'office:1:abcdef','2026-11-22 23:52:55.518889','2026-11-22 23:52:55.553013','not needed',NULL,NULL,'',NULL);
CREATE TABLE "connections" (
	id INTEGER NOT NULL CONSTRAINT pk_connections PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	poll_offset BIGINT, 
	stopped_reason TEXT NOT NULL, 
	account TEXT NOT NULL, failing_since DATETIME, out_since DATETIME, good_since DATETIME, outage_told_at DATETIME, told_people BIGINT, 
	CONSTRAINT uq_connections_name UNIQUE (name)
);
INSERT INTO "connections" VALUES(1,'web','web',NULL,'','web',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "consents" (
	id INTEGER NOT NULL CONSTRAINT pk_consents PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	purpose TEXT NOT NULL, 
	text_version TEXT NOT NULL, 
	address_id INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT fk_consents_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_consents_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "consents" VALUES(1,1,'notices','2026-11-4-party',1,'2026-11-22 23:52:22.265312',NULL);
INSERT INTO "consents" VALUES(2,1,'acknowledgement','2026-11-4-party',1,'2026-11-22 23:52:22.265312',NULL);
INSERT INTO "consents" VALUES(3,1,'reminders','2026-11-4-party',1,'2026-11-22 23:52:22.265312',NULL);
INSERT INTO "consents" VALUES(4,1,'statistics','2026-11-4-party',1,'2026-11-22 23:52:22.265312',NULL);
INSERT INTO "consents" VALUES(5,2,'notices','2026-11-4-party',2,'2026-11-22 23:52:22.292308',NULL);
INSERT INTO "consents" VALUES(6,2,'acknowledgement','2026-11-4-party',2,'2026-11-22 23:52:22.292308',NULL);
INSERT INTO "consents" VALUES(7,2,'reminders','2026-11-4-party',2,'2026-11-22 23:52:22.292308',NULL);
INSERT INTO "consents" VALUES(8,2,'statistics','2026-11-4-party',2,'2026-11-22 23:52:22.292308',NULL);
INSERT INTO "consents" VALUES(9,3,'notices','2026-11-4-party',3,'2026-11-22 23:52:22.294433',NULL);
INSERT INTO "consents" VALUES(10,3,'acknowledgement','2026-11-4-party',3,'2026-11-22 23:52:22.294433',NULL);
INSERT INTO "consents" VALUES(11,3,'reminders','2026-11-4-party',3,'2026-11-22 23:52:22.294433',NULL);
INSERT INTO "consents" VALUES(12,3,'statistics','2026-11-4-party',3,'2026-11-22 23:52:22.294433',NULL);
INSERT INTO "consents" VALUES(13,4,'notices','2026-11-4-party',4,'2026-11-22 23:52:22.297811',NULL);
INSERT INTO "consents" VALUES(14,4,'acknowledgement','2026-11-4-party',4,'2026-11-22 23:52:22.297811',NULL);
INSERT INTO "consents" VALUES(15,4,'reminders','2026-11-4-party',4,'2026-11-22 23:52:22.297811',NULL);
INSERT INTO "consents" VALUES(16,4,'statistics','2026-11-4-party',4,'2026-11-22 23:52:22.297811',NULL);
INSERT INTO "consents" VALUES(17,5,'notices','2026-11-4-party',5,'2026-11-22 23:52:22.300808',NULL);
INSERT INTO "consents" VALUES(18,5,'acknowledgement','2026-11-4-party',5,'2026-11-22 23:52:22.300808',NULL);
INSERT INTO "consents" VALUES(19,5,'reminders','2026-11-4-party',5,'2026-11-22 23:52:22.300808',NULL);
INSERT INTO "consents" VALUES(20,5,'statistics','2026-11-4-party',5,'2026-11-22 23:52:22.300808',NULL);
INSERT INTO "consents" VALUES(21,6,'notices','2026-11-4-party',6,'2026-11-22 23:52:22.303539',NULL);
INSERT INTO "consents" VALUES(22,6,'acknowledgement','2026-11-4-party',6,'2026-11-22 23:52:22.303539',NULL);
INSERT INTO "consents" VALUES(23,6,'reminders','2026-11-4-party',6,'2026-11-22 23:52:22.303539',NULL);
INSERT INTO "consents" VALUES(24,6,'statistics','2026-11-4-party',6,'2026-11-22 23:52:22.303539',NULL);
INSERT INTO "consents" VALUES(25,7,'notices','2026-11-4-party',7,'2026-11-22 23:52:22.305192',NULL);
INSERT INTO "consents" VALUES(26,7,'acknowledgement','2026-11-4-party',7,'2026-11-22 23:52:22.305192',NULL);
INSERT INTO "consents" VALUES(27,7,'reminders','2026-11-4-party',7,'2026-11-22 23:52:22.305192',NULL);
INSERT INTO "consents" VALUES(28,7,'statistics','2026-11-4-party',7,'2026-11-22 23:52:22.305192',NULL);
INSERT INTO "consents" VALUES(29,8,'notices','2026-11-4-party',8,'2026-11-22 23:52:22.306691',NULL);
INSERT INTO "consents" VALUES(30,8,'acknowledgement','2026-11-4-party',8,'2026-11-22 23:52:22.306691',NULL);
INSERT INTO "consents" VALUES(31,8,'reminders','2026-11-4-party',8,'2026-11-22 23:52:22.306691',NULL);
INSERT INTO "consents" VALUES(32,8,'statistics','2026-11-4-party',8,'2026-11-22 23:52:22.306691',NULL);
INSERT INTO "consents" VALUES(33,9,'notices','2026-11-4-party',9,'2026-11-22 23:52:22.308217',NULL);
INSERT INTO "consents" VALUES(34,9,'acknowledgement','2026-11-4-party',9,'2026-11-22 23:52:22.308217',NULL);
INSERT INTO "consents" VALUES(35,9,'reminders','2026-11-4-party',9,'2026-11-22 23:52:22.308217',NULL);
INSERT INTO "consents" VALUES(36,9,'statistics','2026-11-4-party',9,'2026-11-22 23:52:22.308217',NULL);
INSERT INTO "consents" VALUES(37,10,'notices','2026-11-4-party',10,'2026-11-22 23:52:22.309617',NULL);
INSERT INTO "consents" VALUES(38,10,'acknowledgement','2026-11-4-party',10,'2026-11-22 23:52:22.309617',NULL);
INSERT INTO "consents" VALUES(39,10,'reminders','2026-11-4-party',10,'2026-11-22 23:52:22.309617',NULL);
INSERT INTO "consents" VALUES(40,10,'statistics','2026-11-4-party',10,'2026-11-22 23:52:22.309617',NULL);
INSERT INTO "consents" VALUES(41,11,'notices','2026-11-4-party',11,'2026-11-22 23:52:22.310960',NULL);
INSERT INTO "consents" VALUES(42,11,'acknowledgement','2026-11-4-party',11,'2026-11-22 23:52:22.310960',NULL);
INSERT INTO "consents" VALUES(43,11,'reminders','2026-11-4-party',11,'2026-11-22 23:52:22.310960',NULL);
INSERT INTO "consents" VALUES(44,11,'statistics','2026-11-4-party',11,'2026-11-22 23:52:22.310960',NULL);
INSERT INTO "consents" VALUES(45,13,'notices','2026-11-4-party',12,'2026-11-22 23:52:22.312354',NULL);
INSERT INTO "consents" VALUES(46,13,'acknowledgement','2026-11-4-party',12,'2026-11-22 23:52:22.312354',NULL);
INSERT INTO "consents" VALUES(47,13,'reminders','2026-11-4-party',12,'2026-11-22 23:52:22.312354',NULL);
INSERT INTO "consents" VALUES(48,13,'statistics','2026-11-4-party',12,'2026-11-22 23:52:22.312354',NULL);
INSERT INTO "consents" VALUES(49,14,'notices','2026-11-4-general',13,'2026-11-22 23:52:22.313577',NULL);
INSERT INTO "consents" VALUES(50,14,'acknowledgement','2026-11-4-general',13,'2026-11-22 23:52:22.313577',NULL);
INSERT INTO "consents" VALUES(51,14,'reminders','2026-11-4-general',13,'2026-11-22 23:52:22.313577',NULL);
INSERT INTO "consents" VALUES(52,14,'statistics','2026-11-4-general',13,'2026-11-22 23:52:22.313577',NULL);
INSERT INTO "consents" VALUES(53,15,'notices','2026-11-4-general',14,'2026-11-22 23:52:22.314765',NULL);
INSERT INTO "consents" VALUES(54,15,'acknowledgement','2026-11-4-general',14,'2026-11-22 23:52:22.314765',NULL);
INSERT INTO "consents" VALUES(55,15,'reminders','2026-11-4-general',14,'2026-11-22 23:52:22.314765',NULL);
INSERT INTO "consents" VALUES(56,15,'statistics','2026-11-4-general',14,'2026-11-22 23:52:22.314765',NULL);
CREATE TABLE "data_requests" (
	id INTEGER NOT NULL CONSTRAINT pk_data_requests PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	request VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	wish TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	acknowledge_by DATETIME NOT NULL, 
	due_by DATETIME NOT NULL, 
	acknowledged_at DATETIME, 
	extended_at DATETIME, 
	done_at DATETIME, 
	decided_by INTEGER, 
	because TEXT NOT NULL, 
	CONSTRAINT fk_data_requests_decided_by FOREIGN KEY(decided_by) REFERENCES members (id), 
	CONSTRAINT fk_data_requests_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
CREATE TABLE "deliveries" (
	id INTEGER NOT NULL CONSTRAINT pk_deliveries PRIMARY KEY AUTOINCREMENT, 
	once_key VARCHAR(120) NOT NULL, 
	connection_id INTEGER NOT NULL, 
	address_id INTEGER NOT NULL, 
	member_id INTEGER, 
	purpose VARCHAR(32) NOT NULL, 
	subject BIGINT, 
	publication_id INTEGER, 
	session_id INTEGER, 
	version BIGINT, 
	lane VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	repeat VARCHAR(32) NOT NULL, 
	rank BIGINT NOT NULL, 
	content TEXT, 
	after_id INTEGER, 
	state VARCHAR(32) NOT NULL, 
	reason VARCHAR(32), 
	detail TEXT NOT NULL, 
	due_at DATETIME NOT NULL, 
	expires_at DATETIME, 
	attempt_number BIGINT NOT NULL, 
	failures BIGINT NOT NULL, 
	maybe_count BIGINT NOT NULL, 
	worker TEXT, 
	lease_until DATETIME, 
	message_id TEXT, 
	fingerprint TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT fk_deliveries_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_deliveries_after_id FOREIGN KEY(after_id) REFERENCES deliveries (id), 
	CONSTRAINT fk_deliveries_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_deliveries_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_deliveries_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_deliveries_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT uq_deliveries_once_key UNIQUE (once_key)
);
INSERT INTO "deliveries" VALUES(1,'draft:1:r5:m2:approval',1,2,2,'approval',1,NULL,NULL,5,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:23.022089',NULL,1,0,0,NULL,NULL,'1','86d658bd341c15b6','2026-11-22 23:52:23.022089','2026-11-22 23:52:23.172996');
INSERT INTO "deliveries" VALUES(2,'pub:1:v1:m1:card',1,1,1,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.715941',NULL,5,0,0,NULL,NULL,'3','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:54.754298');
INSERT INTO "deliveries" VALUES(3,'pub:1:v1:m3:card',1,3,3,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.720503',NULL,3,0,0,NULL,NULL,'5','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.002621');
INSERT INTO "deliveries" VALUES(4,'pub:1:v1:m4:card',1,4,4,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.725727',NULL,3,0,0,NULL,NULL,'4','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.008558');
INSERT INTO "deliveries" VALUES(5,'pub:1:v1:m5:card',1,5,5,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.730671',NULL,5,0,0,NULL,NULL,'6','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.014319');
INSERT INTO "deliveries" VALUES(6,'pub:1:v1:m6:card',1,6,6,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.735466',NULL,3,0,0,NULL,NULL,'7','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.025493');
INSERT INTO "deliveries" VALUES(7,'pub:1:v1:m7:card',1,7,7,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.740309',NULL,3,0,0,NULL,NULL,'8','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.031014');
INSERT INTO "deliveries" VALUES(8,'pub:1:v1:m8:card',1,8,8,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.083547',NULL,5,0,0,NULL,NULL,'9','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.123680');
INSERT INTO "deliveries" VALUES(9,'pub:1:v1:m9:card',1,9,9,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.093320',NULL,5,0,0,NULL,NULL,'10','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.129755');
INSERT INTO "deliveries" VALUES(10,'pub:1:v1:m10:card',1,10,10,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.098009',NULL,5,0,0,NULL,NULL,'11','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.142441');
INSERT INTO "deliveries" VALUES(11,'pub:1:v1:m11:card',1,11,11,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.102427',NULL,5,0,0,NULL,NULL,'12','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.148396');
INSERT INTO "deliveries" VALUES(12,'pub:1:v1:m13:card',1,12,13,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.106847',NULL,3,0,0,NULL,NULL,'13','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.153687');
INSERT INTO "deliveries" VALUES(13,'pub:1:v1:m14:card',1,13,14,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.110918',NULL,5,0,0,NULL,NULL,'14','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.166193');
INSERT INTO "deliveries" VALUES(14,'pub:1:v1:m15:card',1,14,15,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.212338',NULL,3,0,0,NULL,NULL,'15','462297b79982c667','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.240793');
INSERT INTO "deliveries" VALUES(15,'pub:1:m1:progress',1,1,1,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.380601',NULL,11,0,0,NULL,NULL,'16','f30afae7a59922bd','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.405518');
INSERT INTO "deliveries" VALUES(16,'pub:1:m2:progress',1,2,2,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.383100',NULL,10,0,0,NULL,NULL,'17','f30afae7a59922bd','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.423825');
INSERT INTO "deliveries" VALUES(17,'pub:1:m3:progress',1,3,3,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.385984',NULL,10,0,0,NULL,NULL,'18','f30afae7a59922bd','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.437070');
INSERT INTO "deliveries" VALUES(18,'pub:1:m5:progress',1,5,5,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.388676',NULL,7,0,0,NULL,NULL,'19','6d4de3b093263633','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.448839');
INSERT INTO "deliveries" VALUES(19,'pub:1:m9:progress',1,9,9,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.505455',NULL,9,0,0,NULL,NULL,'20','6d4de3b093263633','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.531852');
INSERT INTO "deliveries" VALUES(20,'pub:1:m10:progress',1,10,10,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.508605',NULL,8,0,0,NULL,NULL,'21','6d4de3b093263633','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.542186');
INSERT INTO "deliveries" VALUES(21,'pub:1:m13:progress',1,12,13,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:55.515765',NULL,7,0,0,NULL,NULL,'22','0bb3b039e98859a9','2026-11-22 23:52:23.078222','2026-11-22 23:52:55.553013');
INSERT INTO "deliveries" VALUES(22,'draft:1:r6:news',1,3,3,'draft_news',1,NULL,NULL,6,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:23.105146',NULL,1,0,0,NULL,NULL,'2','0ec57b907915b0cb','2026-11-22 23:52:23.105146','2026-11-22 23:52:23.184434');
INSERT INTO "deliveries" VALUES(23,'question:1:m9',1,9,9,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.334323',NULL,1,0,0,NULL,NULL,'23','bb2b3834bb1045e3','2026-11-22 23:52:24.334323','2026-11-22 23:52:24.452757');
INSERT INTO "deliveries" VALUES(24,'question:1:m10',1,10,10,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.335906',NULL,1,0,0,NULL,NULL,'24','bb2b3834bb1045e3','2026-11-22 23:52:24.335906','2026-11-22 23:52:24.455606');
INSERT INTO "deliveries" VALUES(25,'study:1:r5:m8:invite',1,8,8,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.743564','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'25','becdece4188fbfeb','2026-11-22 23:52:24.743564','2026-11-22 23:52:24.787268');
INSERT INTO "deliveries" VALUES(26,'study:1:r5:m6:invite',1,6,6,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.745156','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'26','f969ed8d04a4f74e','2026-11-22 23:52:24.745156','2026-11-22 23:52:24.789973');
INSERT INTO "deliveries" VALUES(27,'study:1:r5:m5:invite',1,5,5,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.746486','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'27','f2c9471ecfb8bba7','2026-11-22 23:52:24.746486','2026-11-22 23:52:24.793051');
INSERT INTO "deliveries" VALUES(28,'study:1:r5:m7:invite',1,7,7,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.747813','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'28','2ad0f6628abcbe4d','2026-11-22 23:52:24.747813','2026-11-22 23:52:24.795349');
INSERT INTO "deliveries" VALUES(29,'study:1:r5:m6:d-1',1,6,6,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.849905','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'29','ebdbf1609db29c54','2026-11-22 23:52:24.849905','2026-11-22 23:52:24.887557');
INSERT INTO "deliveries" VALUES(30,'study:1:r5:m5:d-1',1,5,5,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.851104','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'30','5ffd74c7b5ce11db','2026-11-22 23:52:24.851104','2026-11-22 23:52:24.891306');
INSERT INTO "deliveries" VALUES(31,'study:1:r5:m7:d-1',1,7,7,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:24.851951','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'31','0a993216b965c0de','2026-11-22 23:52:24.851951','2026-11-22 23:52:24.895116');
INSERT INTO "deliveries" VALUES(32,'draft:2:r3:m2:approval',1,2,2,'approval',2,NULL,NULL,3,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:41.185284',NULL,1,0,0,NULL,NULL,'32','040201b9af641fb3','2026-11-22 23:52:41.185284','2026-11-22 23:52:41.225948');
INSERT INTO "deliveries" VALUES(33,'draft:3:r3:m2:approval',1,2,2,'approval',3,NULL,NULL,3,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:47.656119',NULL,1,0,0,NULL,NULL,'33','8d9edf277105858c','2026-11-22 23:52:47.656119','2026-11-22 23:52:47.689424');
INSERT INTO "deliveries" VALUES(34,'pub:1:m1:withdrawn',1,1,1,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'34','14f2c9fe2880ae9a','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.216113');
INSERT INTO "deliveries" VALUES(35,'pub:1:m3:withdrawn',1,3,3,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'35','1ec829107af18cfb','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.222354');
INSERT INTO "deliveries" VALUES(36,'pub:1:m4:withdrawn',1,4,4,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'36','79e488dfc8ddd0e4','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.225205');
INSERT INTO "deliveries" VALUES(37,'pub:1:m5:withdrawn',1,5,5,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'37','e1fdbbf08f0871f2','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.227554');
INSERT INTO "deliveries" VALUES(38,'pub:1:m6:withdrawn',1,6,6,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'38','459ecebb26cdd451','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.229739');
INSERT INTO "deliveries" VALUES(39,'pub:1:m7:withdrawn',1,7,7,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'39','d702edde23f3193f','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.279215');
INSERT INTO "deliveries" VALUES(40,'pub:1:m8:withdrawn',1,8,8,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'40','e8fcb08fafa8b1b0','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.282027');
INSERT INTO "deliveries" VALUES(41,'pub:1:m9:withdrawn',1,9,9,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'41','49156d42829fab2e','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.287517');
INSERT INTO "deliveries" VALUES(42,'pub:1:m10:withdrawn',1,10,10,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'42','677dedc60a9d1a56','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.289555');
INSERT INTO "deliveries" VALUES(43,'pub:1:m11:withdrawn',1,11,11,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'43','6a5e0af1ed62ea04','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.292486');
INSERT INTO "deliveries" VALUES(44,'pub:1:m13:withdrawn',1,12,13,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'44','5819a72179dd2dec','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.294607');
INSERT INTO "deliveries" VALUES(45,'pub:1:m14:withdrawn',1,13,14,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'45','7723aa3813ff204d','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.376049');
INSERT INTO "deliveries" VALUES(46,'pub:1:m15:withdrawn',1,14,15,'publication_change',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 23:52:54.626695',NULL,1,0,0,NULL,NULL,'46','31f679b4c249abb5','2026-11-22 23:52:54.626695','2026-11-22 23:52:55.378428');
CREATE TABLE dialogues (
	address_id INTEGER NOT NULL, 
	awaited VARCHAR(32) NOT NULL, 
	subject BIGINT NOT NULL, 
	argument BIGINT NOT NULL, 
	until_at DATETIME NOT NULL, 
	CONSTRAINT pk_dialogues PRIMARY KEY (address_id), 
	CONSTRAINT fk_dialogues_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
);
CREATE TABLE "digest_items" (
	id INTEGER NOT NULL CONSTRAINT pk_digest_items PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	waits_since DATETIME NOT NULL, 
	due_on DATE NOT NULL, 
	delivery_id INTEGER, 
	CONSTRAINT fk_digest_items_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id), 
	CONSTRAINT fk_digest_items_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_digest_items_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_digest_items_member_id_publication_id UNIQUE (member_id, publication_id)
);
CREATE TABLE "drafts" (
	id INTEGER NOT NULL CONSTRAINT pk_drafts PRIMARY KEY AUTOINCREMENT, 
	state VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	type_name TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_key TEXT NOT NULL, 
	title TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	issued_on DATE, 
	event_on DATE, 
	chair TEXT NOT NULL, 
	main_points JSON NOT NULL, 
	to_do JSON NOT NULL, 
	body TEXT NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	audience JSON, 
	asks_acknowledgement BOOLEAN NOT NULL, 
	due_at DATETIME, 
	publish_at DATETIME, 
	unsure JSON NOT NULL, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	submitted_at DATETIME, 
	approved_by INTEGER, 
	approved_at DATETIME, 
	return_note TEXT NOT NULL, 
	signatory TEXT NOT NULL, 
	circulation TEXT NOT NULL, 
	to_do_for JSON NOT NULL, 
	tasks JSON NOT NULL, 
	quiz JSON NOT NULL, 
	topic_id INTEGER, 
	signatory_id INTEGER, 
	corrects_id BIGINT, 
	is_material BOOLEAN NOT NULL, 
	change_note TEXT NOT NULL, 
	replaces_id BIGINT, 
	item_id INTEGER, 
	needs_clearing BOOLEAN NOT NULL, 
	cleared_by INTEGER, 
	cleared_at DATETIME, 
	places JSON NOT NULL, 
	CONSTRAINT fk_drafts_cleared_by FOREIGN KEY(cleared_by) REFERENCES members (id), 
	CONSTRAINT fk_drafts_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_drafts_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT fk_drafts_item_id FOREIGN KEY(item_id) REFERENCES items (id), 
	CONSTRAINT fk_drafts_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_drafts_signatory_id FOREIGN KEY(signatory_id) REFERENCES members (id)
);
INSERT INTO "drafts" VALUES(1,'published',6,'directive','Kế hoạch','11-KH/ĐU','11|KH|ĐU','Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[{"label": "content", "text": "C\u00e1c chi b\u1ed9 \u0111\u01b0a chuy\u00ean \u0111\u1ec1 v\u00e0o bu\u1ed5i sinh ho\u1ea1t g\u1ea7n nh\u1ea5t v\u00e0 ghi \u00fd ki\u1ebfn th\u1ea3o lu\u1eadn v\u00e0o bi\u00ean b\u1ea3n.", "kept": true}, {"label": "content", "text": "M\u1ed7i \u0111\u1ea3ng vi\u00ean \u0111\u1ecdc t\u00e0i li\u1ec7u, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3 v\u00e0 b\u00e1o c\u00e1o k\u1ebft qu\u1ea3 v\u1edbi chi b\u1ed9.", "kept": true}, {"label": "content", "text": "B\u00ed th\u01b0 chi b\u1ed9 g\u1eb7p tr\u1ef1c ti\u1ebfp nh\u1eefng \u0111\u1ea3ng vi\u00ean kh\u00f4ng d\u00f9ng \u0111i\u1ec7n tho\u1ea1i \u0111\u1ec3 \u0111\u1ecdc v\u00e0 gi\u1ea3i th\u00edch k\u1ebf ho\u1ea1ch.", "kept": true}, {"label": "content", "text": "V\u0103n ph\u00f2ng \u0110\u1ea3ng \u1ee7y t\u1ed5ng h\u1ee3p k\u1ebft qu\u1ea3, b\u00e1o c\u00e1o \u0110\u1ea3ng \u1ee7y t\u1ea1i k\u1ef3 h\u1ecdp g\u1ea7n nh\u1ea5t.", "kept": true}]','["\u0110\u1ecdc k\u1ebf ho\u1ea1ch, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3", "D\u1ef1 bu\u1ed5i sinh ho\u1ea1t chuy\u00ean \u0111\u1ec1 c\u1ee7a chi b\u1ed9"]','ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
Số 11-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000',NULL,'[]',3,'2026-11-25 01:00:00.980010','2026-11-25 01:00:01.018650',2,'2026-11-25 01:00:01.069772','','','','[]','[]','[]',NULL,NULL,NULL,0,'',NULL,NULL,0,NULL,NULL,'{"kind": {"start": 77, "end": 85, "sure": true}, "title": {"start": 86, "end": 141, "sure": true}, "number": {"start": 67, "end": 75, "sure": true}, "type_name": {"start": 77, "end": 85, "sure": true}, "issuer": {"start": 30, "end": 61, "sure": true}}');
INSERT INTO "drafts" VALUES(2,'submitted',3,'directive','Kế hoạch','41-KH/ĐU','41|KH|ĐU','về phòng cháy mùa khô','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[]','[]','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
Số 41-KH/ĐU
KẾ HOẠCH
về phòng cháy mùa khô
Các chi bộ tự kiểm tra.','internal','normal','{"kind": "unit", "subject": 3, "also": [4], "members": ["official"]}',1,'2026-12-03 10:00:00.000000',NULL,'[]',NULL,'2026-11-26 01:10:17.167215','2026-11-26 01:10:17.183448',NULL,NULL,'','','','[]','[]','[]',NULL,NULL,NULL,0,'',NULL,NULL,0,NULL,NULL,'{"kind": {"start": 44, "end": 52, "sure": true}, "title": {"start": 53, "end": 74, "sure": true}, "number": {"start": 35, "end": 43, "sure": true}, "type_name": {"start": 44, "end": 52, "sure": true}, "issuer": {"start": 0, "end": 31, "sure": true}}');
INSERT INTO "drafts" VALUES(3,'submitted',3,'directive','Kế hoạch','42-KH/ĐU','42|KH|ĐU','về trực tết','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[{"label": "content", "text": "C\u00e1c chi b\u1ed9 ph\u00e2n c\u00f4ng tr\u1ef1c.", "kept": true}]','[]','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
Số 42-KH/ĐU
KẾ HOẠCH
về trực tết
Các chi bộ phân công trực.','internal','normal','{"kind": "everyone", "subject": 0}',1,'2026-12-03 10:00:00.000000',NULL,'[]',NULL,'2026-11-26 01:10:23.639442','2026-11-26 01:10:23.653275',NULL,NULL,'','','','[]','[]','[]',NULL,NULL,NULL,0,'',NULL,NULL,0,NULL,NULL,'{"kind": {"start": 44, "end": 52, "sure": true}, "title": {"start": 53, "end": 64, "sure": true}, "number": {"start": 35, "end": 43, "sure": true}, "type_name": {"start": 44, "end": 52, "sure": true}, "issuer": {"start": 0, "end": 31, "sure": true}}');
CREATE TABLE "exemptions" (
	id INTEGER NOT NULL CONSTRAINT pk_exemptions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	exempt_from VARCHAR(32) NOT NULL, 
	reason VARCHAR(32) NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	granted_by INTEGER, 
	granted_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT fk_exemptions_granted_by FOREIGN KEY(granted_by) REFERENCES members (id), 
	CONSTRAINT fk_exemptions_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
CREATE TABLE "files" (
	id INTEGER NOT NULL CONSTRAINT pk_files PRIMARY KEY AUTOINCREMENT, 
	content_hash TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	content BLOB NOT NULL, 
	made_at DATETIME NOT NULL, 
	until_at DATETIME, 
	CONSTRAINT uq_files_content_hash UNIQUE (content_hash)
);
INSERT INTO "files" VALUES(1,'dc1f8bd8c557923954cba36916555c0cfbcb5b66053007c1527677f0da5d98b7','text/plain',132,X'C490E1BAA24E4720E1BBA659204C49C38A4E20C4904FC3804E204C414F20C490E1BB984E472054E1BB884E480A53E1BB912034312D4B482FC490550A4BE1BABE20484FE1BAA043480A76E1BB81207068C3B26E67206368C3A179206DC3B961206B68C3B40A43C3A163206368692062E1BB992074E1BBB1206B69E1BB836D207472612E0A','2026-11-26 01:10:17.168890',NULL);
INSERT INTO "files" VALUES(2,'59040ea18901cd8c6c3217d8b7b7cb1e2e7d315195995356fbff1aa25f6431af','text/plain',125,X'C490E1BAA24E4720E1BBA659204C49C38A4E20C4904FC3804E204C414F20C490E1BB984E472054E1BB884E480A53E1BB912034322D4B482FC490550A4BE1BABE20484FE1BAA043480A76E1BB81207472E1BBB1632074E1BABF740A43C3A163206368692062E1BB99207068C3A26E2063C3B46E67207472E1BBB1632E0A','2026-11-26 01:10:23.641543',NULL);
INSERT INTO "files" VALUES(3,'f914decb8602ee9ed68b061d9849de57d6da1849938c25f0903ad8223747e194','image/png',541,X'89504E470D0A1A0A0000000D4948445200000168000001680100000000529E5C78000001E44944415478DAED9BCB6EC3300C0417FDFF7F668B4A7C48680F01D640028C7B486AF3345EAC96A2A278E512D554534D35D5EF54AD75AD1BFAB997FFFFDE1B4FBFF4CA45F51F57BFA2857911DF1FEB6EBF18089A786BC93A36E22DFA25F07C0A6F3BEF057DCB3CD24FE0FD10EF92F7860FEF67FDBB14AD6D27713D85A087F7FEFACF1FF9C4CCBBC361798986D4FB82A0370FC62DFACB5C20E8D1F7B970AEF5B116C9E83A08DAFC24D3F7C8E2B12362FB0A044DEB65414D51E78B684B81B753DF2A31AB1D5B6DE2F0B6FA77095A63996CB9A79343D0954FAE7B6A5357759BF0F6E593D2F8FD51711CDEDE7EE7DCAC92DA5054C421E8EAE7C72EACA276BF5BDAF8B73F7FD716618B3AAD853CE85D2F53D44A858FC4D2830878DBFA9D381197A56467CF7A69F51365C6568C6943E6C08C83F076FAC961283D7EA8A8026F677F39B57D4C79660304415B1EBCE79735329EFB5710F4F5F347F0EB167EB644F0B6F13E96C83E0E71B53D10B4F14EC0397998D3F9F27908BAF24944F73C757EB07752F013FB7ED5E129879DE027FE7C325BCD52F7DCFC86B7D9BF6BA416F390ECD8C282B7B3BFD46877E6B8E1F01D087A794F37AFC692F3838FEA5BE3F8771B0A7EF2847FF7ECACD6CA981B2810B4E6933EC0D653068DDF96C0DB9BBFF90D19D554534DF5C7547F034EA011CA78DC37220000000049454E44AE426082','2026-11-26 01:10:48.069856','2026-11-27 01:10:48.069856');
CREATE TABLE "group_invitations" (
	id INTEGER NOT NULL CONSTRAINT pk_group_invitations PRIMARY KEY AUTOINCREMENT, 
	code_hash TEXT NOT NULL, 
	unit_id INTEGER NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	CONSTRAINT fk_group_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_group_invitations_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT fk_group_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT uq_group_invitations_code_hash UNIQUE (code_hash)
);
CREATE TABLE "history" (
	id INTEGER NOT NULL CONSTRAINT pk_history PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	actor_id BIGINT, 
	on_behalf_of BIGINT, 
	door VARCHAR(20) NOT NULL, 
	thing VARCHAR(32) NOT NULL, 
	thing_id BIGINT NOT NULL, 
	publication_id BIGINT, 
	member_id BIGINT, 
	unit_id BIGINT, 
	from_state VARCHAR(32) NOT NULL, 
	to_state VARCHAR(32) NOT NULL, 
	version BIGINT, 
	detail TEXT NOT NULL, address_id BIGINT
);
INSERT INTO "history" VALUES(1,'2026-11-22 23:52:22.211254',NULL,NULL,'command_line','member',1,NULL,1,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(2,'2026-11-22 23:52:22.218752',NULL,NULL,'command_line','role_grant',1,NULL,1,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(3,'2026-11-22 23:52:22.224503',NULL,NULL,'command_line','member',2,NULL,2,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(4,'2026-11-22 23:52:22.225773',NULL,NULL,'command_line','role_grant',2,NULL,2,1,'','granted',NULL,'approver',NULL);
INSERT INTO "history" VALUES(5,'2026-11-22 23:52:22.228991',NULL,NULL,'command_line','role_grant',3,NULL,2,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(6,'2026-11-22 23:52:22.237717',NULL,NULL,'command_line','member',3,NULL,3,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(7,'2026-11-22 23:52:22.239144',NULL,NULL,'command_line','role_grant',4,NULL,3,1,'','granted',NULL,'clerk',NULL);
INSERT INTO "history" VALUES(8,'2026-11-22 23:52:22.241089',NULL,NULL,'command_line','member',4,NULL,4,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(9,'2026-11-22 23:52:22.246500',NULL,NULL,'command_line','role_grant',5,NULL,4,1,'','granted',NULL,'admin',NULL);
INSERT INTO "history" VALUES(10,'2026-11-22 23:52:22.247467',NULL,NULL,'command_line','member',5,NULL,5,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(11,'2026-11-22 23:52:22.247941',NULL,NULL,'command_line','role_grant',6,NULL,5,3,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(12,'2026-11-22 23:52:22.249358',NULL,NULL,'command_line','member',6,NULL,6,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(13,'2026-11-22 23:52:22.251611',NULL,NULL,'command_line','member',7,NULL,7,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(14,'2026-11-22 23:52:22.256513',NULL,NULL,'command_line','member',8,NULL,8,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(15,'2026-11-22 23:52:22.257787',NULL,NULL,'command_line','member',9,NULL,9,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(16,'2026-11-22 23:52:22.258250',NULL,NULL,'command_line','role_grant',7,NULL,9,4,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(17,'2026-11-22 23:52:22.258809',NULL,NULL,'command_line','member',10,NULL,10,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(18,'2026-11-22 23:52:22.261121',NULL,NULL,'command_line','role_grant',8,NULL,10,4,'','granted',NULL,'deputy_secretary',NULL);
INSERT INTO "history" VALUES(19,'2026-11-22 23:52:22.261700',NULL,NULL,'command_line','member',11,NULL,11,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(20,'2026-11-22 23:52:22.262239',NULL,NULL,'command_line','member',12,NULL,12,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(21,'2026-11-22 23:52:22.262894',NULL,NULL,'command_line','member',13,NULL,13,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(22,'2026-11-22 23:52:22.263637',NULL,NULL,'command_line','role_grant',9,NULL,13,5,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(23,'2026-11-22 23:52:22.264415',NULL,NULL,'command_line','member',14,NULL,14,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(24,'2026-11-22 23:52:22.265099',NULL,NULL,'command_line','member',15,NULL,15,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(25,'2026-11-25 01:00:00.983679',3,NULL,'web','draft',1,NULL,NULL,NULL,'','open',1,'begun',NULL);
INSERT INTO "history" VALUES(26,'2026-11-25 01:00:00.988746',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',2,'audience',NULL);
INSERT INTO "history" VALUES(27,'2026-11-25 01:00:00.996134',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',3,'to_do',NULL);
INSERT INTO "history" VALUES(28,'2026-11-25 01:00:01.002409',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',4,'scope',NULL);
INSERT INTO "history" VALUES(29,'2026-11-25 01:00:01.019567',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','submitted',5,'submitted',NULL);
INSERT INTO "history" VALUES(30,'2026-11-25 01:00:01.071137',2,NULL,'web','draft',1,NULL,NULL,NULL,'submitted','published',6,'published',NULL);
INSERT INTO "history" VALUES(31,'2026-11-25 01:00:01.078022',2,NULL,'web','publication',1,1,NULL,NULL,'','in_force',1,'',NULL);
INSERT INTO "history" VALUES(32,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',1,1,1,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(33,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',2,1,2,2,'','exempt',1,'published',NULL);
INSERT INTO "history" VALUES(34,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',3,1,3,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(35,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',4,1,4,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(36,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',5,1,5,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(37,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',6,1,6,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(38,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',7,1,7,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(39,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',8,1,8,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(40,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',9,1,9,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(41,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',10,1,10,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(42,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',11,1,11,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(43,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',12,1,12,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(44,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',13,1,13,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(45,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',14,1,14,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(46,'2026-11-25 01:00:01.083325',2,NULL,'web','obligation',15,1,15,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(47,'2026-11-25 01:40:00.784732',1,NULL,'web','obligation',1,1,1,2,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(48,'2026-11-25 01:40:00.825819',5,NULL,'web','obligation',5,1,5,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(49,'2026-11-25 01:40:00.872162',8,NULL,'web','obligation',8,1,8,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(50,'2026-11-25 01:40:00.908135',9,NULL,'web','obligation',9,1,9,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(51,'2026-11-25 01:40:00.943617',10,NULL,'web','obligation',10,1,10,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(52,'2026-11-25 01:40:00.980301',14,NULL,'web','obligation',14,1,14,5,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(53,'2026-11-25 02:30:00.327315',11,NULL,'web','question',1,1,11,4,'','waiting',NULL,'',NULL);
INSERT INTO "history" VALUES(54,'2026-11-25 02:30:00.328445',11,NULL,'web','obligation',11,1,11,4,'expected','question',1,'',NULL);
INSERT INTO "history" VALUES(55,'2026-11-25 07:00:00.688238',NULL,NULL,'clock','coverage_day',739945,NULL,NULL,NULL,'','told',NULL,'',NULL);
INSERT INTO "history" VALUES(56,'2026-11-25 07:00:00.705010',5,NULL,'web','study_session',1,NULL,NULL,3,'','planned',1,'',NULL);
INSERT INTO "history" VALUES(57,'2026-11-25 07:00:00.739684',5,NULL,'web','study_session',1,NULL,NULL,3,'planned','announced',5,'',NULL);
INSERT INTO "history" VALUES(58,'2026-11-25 07:00:00.804929',6,NULL,'web','invitee',1,NULL,6,3,'none','yes',5,'',NULL);
INSERT INTO "history" VALUES(59,'2026-11-25 07:00:00.812128',8,NULL,'web','invitee',1,NULL,8,3,'none','no',5,'',NULL);
INSERT INTO "history" VALUES(60,'2026-11-26 01:10:10.343799',NULL,NULL,'command_line','source',1,NULL,NULL,NULL,'','active',NULL,'added',NULL);
INSERT INTO "history" VALUES(61,'2026-11-26 01:10:13.240814',NULL,NULL,'clock','source',1,NULL,NULL,NULL,'active','active',NULL,'imported',NULL);
INSERT INTO "history" VALUES(62,'2026-11-26 01:10:17.168600',NULL,NULL,'command_line','draft',2,NULL,NULL,NULL,'','open',1,'begun',NULL);
INSERT INTO "history" VALUES(63,'2026-11-26 01:10:17.173438',NULL,NULL,'command_line','draft',2,NULL,NULL,NULL,'open','open',2,'audience',NULL);
INSERT INTO "history" VALUES(64,'2026-11-26 01:10:17.183799',NULL,NULL,'command_line','draft',2,NULL,NULL,NULL,'open','submitted',3,'submitted',NULL);
INSERT INTO "history" VALUES(65,'2026-11-26 01:10:23.641182',NULL,NULL,'command_line','draft',3,NULL,NULL,NULL,'','open',1,'begun',NULL);
INSERT INTO "history" VALUES(66,'2026-11-26 01:10:23.644272',NULL,NULL,'command_line','draft',3,NULL,NULL,NULL,'open','open',2,'audience',NULL);
INSERT INTO "history" VALUES(67,'2026-11-26 01:10:23.653775',NULL,NULL,'command_line','draft',3,NULL,NULL,NULL,'open','submitted',3,'submitted',NULL);
INSERT INTO "history" VALUES(68,'2026-11-26 01:10:30.629785',NULL,NULL,'command_line','publication',1,1,NULL,NULL,'in_force','withdrawn',1,'',NULL);
INSERT INTO "history" VALUES(69,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',3,1,3,2,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(70,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',4,1,4,2,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(71,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',6,1,6,3,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(72,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',7,1,7,3,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(73,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',11,1,11,4,'question','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(74,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',12,1,12,4,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(75,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',13,1,13,5,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(76,'2026-11-26 01:10:30.648560',NULL,NULL,'command_line','obligation',15,1,15,5,'expected','withdrawn',1,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(77,'2026-11-26 01:10:30.652363',NULL,NULL,'command_line','question',1,1,11,4,'waiting','withdrawn',NULL,'publication_withdrawn',NULL);
INSERT INTO "history" VALUES(78,'2026-11-26 01:10:36.704678',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'','open',NULL,'1',NULL);
INSERT INTO "history" VALUES(79,'2026-11-26 01:10:48.075057',NULL,NULL,'command_line','web_link',1,NULL,12,4,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(80,'2026-11-26 01:10:48.076919',NULL,NULL,'command_line','web_code',1,NULL,12,4,'','open',NULL,'',NULL);
CREATE TABLE "inbox" (
	id INTEGER NOT NULL CONSTRAINT pk_inbox PRIMARY KEY AUTOINCREMENT, 
	connection_id INTEGER NOT NULL, 
	update_id VARCHAR(80) NOT NULL, 
	conversation VARCHAR(80) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	refused_because TEXT NOT NULL, 
	failures BIGINT NOT NULL, 
	worker TEXT, 
	lease_until DATETIME, 
	due_at DATETIME NOT NULL, 
	received_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT fk_inbox_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT uq_inbox_connection_id_update_id UNIQUE (connection_id, update_id)
);
CREATE TABLE "installation" (
	id INTEGER NOT NULL CONSTRAINT pk_installation PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	clock_offset_seconds BIGINT NOT NULL, 
	sandbox BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, swept_on DATE
);
INSERT INTO "installation" VALUES(1,'Văn phòng Đảng ủy',263856,1,'2026-11-22 23:52:22.181999','2026-11-26');
CREATE TABLE "invitations" (
	id INTEGER NOT NULL CONSTRAINT pk_invitations PRIMARY KEY AUTOINCREMENT, 
	code_hash TEXT NOT NULL, 
	member_id INTEGER NOT NULL, 
	made_by INTEGER, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	revoked_at DATETIME, 
	short BOOLEAN NOT NULL, 
	connection_id INTEGER, 
	CONSTRAINT fk_invitations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT uq_invitations_code_hash UNIQUE (code_hash), 
	CONSTRAINT fk_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT fk_invitations_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id)
);
CREATE TABLE "invitees" (
	id INTEGER NOT NULL CONSTRAINT pk_invitees PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	answer VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	because TEXT NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT fk_invitees_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitees_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT fk_invitees_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_invitees_session_id_member_id UNIQUE (session_id, member_id)
);
INSERT INTO "invitees" VALUES(1,1,8,3,'no',5,'','2026-11-25 07:00:00.811690');
INSERT INTO "invitees" VALUES(2,1,6,3,'yes',5,'','2026-11-25 07:00:00.804272');
INSERT INTO "invitees" VALUES(3,1,5,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(4,1,7,3,'none',0,'',NULL);
CREATE TABLE "items" (
	id INTEGER NOT NULL CONSTRAINT pk_items PRIMARY KEY AUTOINCREMENT, 
	source_id INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	link TEXT NOT NULL, 
	title TEXT NOT NULL, 
	published_on DATE, 
	content_hash TEXT NOT NULL, 
	stamp TEXT NOT NULL, 
	draft_id BIGINT, 
	news VARCHAR(32), 
	state VARCHAR(32) NOT NULL, 
	fault VARCHAR(32), 
	fault_detail TEXT NOT NULL, 
	tries BIGINT NOT NULL, 
	next_try_at DATETIME, 
	seen_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT fk_items_source_id FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_items_source_id_fingerprint UNIQUE (source_id, fingerprint)
);
CREATE TABLE "join_requests" (
	id INTEGER NOT NULL CONSTRAINT pk_join_requests PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	said_name TEXT NOT NULL, 
	said_unit TEXT NOT NULL, 
	account TEXT NOT NULL, 
	unit_id INTEGER, 
	made_at DATETIME NOT NULL, 
	decided_by INTEGER, 
	decided_at DATETIME, 
	member_id INTEGER, 
	invitation_id INTEGER, 
	CONSTRAINT fk_join_requests_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_join_requests_decided_by FOREIGN KEY(decided_by) REFERENCES members (id), 
	CONSTRAINT fk_join_requests_invitation_id FOREIGN KEY(invitation_id) REFERENCES invitations (id), 
	CONSTRAINT fk_join_requests_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_join_requests_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
CREATE TABLE "knock_outcomes" (
	id INTEGER NOT NULL CONSTRAINT pk_knock_outcomes PRIMARY KEY AUTOINCREMENT, 
	knock_id INTEGER NOT NULL, 
	step VARCHAR(60) NOT NULL, 
	outcome TEXT NOT NULL, 
	CONSTRAINT fk_knock_outcomes_knock_id FOREIGN KEY(knock_id) REFERENCES inbox (id), 
	CONSTRAINT uq_knock_outcomes_knock_id_step UNIQUE (knock_id, step)
);
CREATE TABLE "member_moves" (
	id INTEGER NOT NULL CONSTRAINT pk_member_moves PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	from_unit_id INTEGER NOT NULL, 
	to_unit_id INTEGER NOT NULL, 
	on_date DATE NOT NULL, 
	moved_at DATETIME NOT NULL, 
	moved_by INTEGER, 
	change_id INTEGER, 
	CONSTRAINT fk_member_moves_change_id FOREIGN KEY(change_id) REFERENCES unit_changes (id), 
	CONSTRAINT fk_member_moves_from_unit_id FOREIGN KEY(from_unit_id) REFERENCES units (id), 
	CONSTRAINT fk_member_moves_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_member_moves_moved_by FOREIGN KEY(moved_by) REFERENCES members (id), 
	CONSTRAINT fk_member_moves_to_unit_id FOREIGN KEY(to_unit_id) REFERENCES units (id)
);
CREATE TABLE "members" (
	id INTEGER NOT NULL CONSTRAINT pk_members PRIMARY KEY AUTOINCREMENT, 
	full_name TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	address_form VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	position TEXT NOT NULL, 
	unit_id INTEGER NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	on_paper BOOLEAN NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	phone_hash TEXT NOT NULL, 
	quiet_from BIGINT, 
	quiet_until BIGINT, 
	erased_at DATETIME, 
	CONSTRAINT fk_members_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "members" VALUES(1,'Hà Văn Thuận','45314622370053120001482137000','comrade','official','Bí thư Đảng ủy',2,'2026-11-22 23:52:22.208608',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(2,'Lê Thu Minh','363237310003528000453146000','comrade','official','Phó Bí thư Thường trực Đảng ủy',2,'2026-11-22 23:52:22.223372',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(3,'Trần Thị Lan','35203700045432237001453132005','comrade','official','Văn thư',2,'2026-11-22 23:52:22.230634',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(4,'Phạm Quốc Dũng','254637300034131203600542463924004','comrade','official','Chánh Văn phòng',2,'2026-11-22 23:52:22.239347',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(5,'Vũ Đình Khôi','34313932000484600326323731001','comrade','official','Bí thư Chi bộ 1',3,'2026-11-22 23:52:22.246885',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(6,'Nguyễn Thanh Bình','233237310013730465128370034531203731000','comrade','official','Chuyên viên',3,'2026-11-22 23:52:22.248878',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(7,'Đỗ Thị Mai','3620320002639003453132005','comrade','official','Chuyên viên',3,'2026-11-22 23:52:22.251044',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(8,'Bùi Hoàng An','20370002346320013138203730001','comrade','probationary','Chuyên viên',3,'2026-11-22 23:52:22.255728',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(9,'Hoàng Kim Sơn','4440370003138203730001343236000','comrade','official','Bí thư Chi bộ 2',4,'2026-11-22 23:52:22.257267',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(10,'Đặng Hải Yến','51283700426213730005312032002','comrade','official','Phó Bí thư Chi bộ 2',4,'2026-11-22 23:52:22.258414',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(11,'Lý Ngọc Thu','453146000355100437303824005','comrade','official','Kế toán',4,'2026-11-22 23:52:22.261304',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(12,'Phan Văn Tâm','45223600041312037000482137000','comrade','official','Cán bộ hưu trí',4,'2026-11-22 23:52:22.261852',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(13,'Vũ Thị Hòa','3138200014846003453132005','comrade','official','Bí thư Chi bộ 3',5,'2026-11-22 23:52:22.262380',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(14,'Cao Bích Ngọc','3730382400524203800023322431004','sister','union','Nhân viên văn thư',5,'2026-11-22 23:52:22.263853',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(15,'Mai Hồng Phúc','4131462400436203200031393730001','brother','union','Lái xe',5,'2026-11-22 23:52:22.264638',NULL,0,'vi','',NULL,NULL,NULL);
CREATE TABLE "obligation_moves" (
	id INTEGER NOT NULL CONSTRAINT pk_obligation_moves PRIMARY KEY AUTOINCREMENT, 
	obligation_id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	from_unit_id INTEGER NOT NULL, 
	to_unit_id INTEGER NOT NULL, 
	move_id BIGINT, 
	moved_at DATETIME NOT NULL, 
	CONSTRAINT fk_obligation_moves_from_unit_id FOREIGN KEY(from_unit_id) REFERENCES units (id), 
	CONSTRAINT fk_obligation_moves_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_obligation_moves_obligation_id FOREIGN KEY(obligation_id) REFERENCES obligations (id), 
	CONSTRAINT fk_obligation_moves_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_obligation_moves_to_unit_id FOREIGN KEY(to_unit_id) REFERENCES units (id)
);
CREATE TABLE "obligations" (
	id INTEGER NOT NULL CONSTRAINT pk_obligations PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	origin VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	because TEXT NOT NULL, 
	version BIGINT NOT NULL, 
	expected_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	address_id INTEGER, 
	read_aloud_at DATETIME, 
	place TEXT NOT NULL, 
	witness TEXT NOT NULL, 
	recorded_by INTEGER, 
	reminders BIGINT NOT NULL, 
	reminded_at DATETIME, due_at DATETIME, 
	CONSTRAINT fk_obligations_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_obligations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_obligations_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_obligations_recorded_by FOREIGN KEY(recorded_by) REFERENCES members (id), 
	CONSTRAINT fk_obligations_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_obligations_publication_id_member_id UNIQUE (publication_id, member_id)
);
INSERT INTO "obligations" VALUES(1,1,1,2,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.784071',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(2,1,2,2,'published','exempt','người ban hành',1,'2026-11-25 01:00:01.078220','2026-11-25 01:00:01.078220',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(3,1,3,2,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(4,1,4,2,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(5,1,5,3,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.824910',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(6,1,6,3,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(7,1,7,3,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(8,1,8,3,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.871772',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(9,1,9,4,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.907352',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(10,1,10,4,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.943291',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(11,1,11,4,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(12,1,12,4,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(13,1,13,5,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(14,1,14,5,'published','acknowledged','',1,'2026-11-25 01:00:01.078220','2026-11-25 01:40:00.980008',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(15,1,15,5,'published','withdrawn','văn bản đã được thu hồi',1,'2026-11-25 01:00:01.078220','2026-11-26 01:10:30.626688',NULL,NULL,'','',NULL,0,NULL,NULL);
CREATE TABLE "offers" (
	id INTEGER NOT NULL CONSTRAINT pk_offers PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	number BIGINT NOT NULL, 
	thing VARCHAR(20) NOT NULL, 
	thing_id BIGINT NOT NULL, 
	buttons TEXT NOT NULL, 
	offered_at DATETIME NOT NULL, 
	CONSTRAINT fk_offers_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_offers_address_id_number UNIQUE (address_id, number)
);
INSERT INTO "offers" VALUES(1,2,27,'message',1,'[{"button":{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"AdA8AAAAAQAAAAUAB6z_YUaLa_hhMLICfszi","code":"27 duyệt phát hành"},"deliveries":[1]},{"button":{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"AdA9AAAAAQAAAAUAB6z_x5eOWQAuQa-NQ__P","code":"27 duyệt hẹn giờ"},"deliveries":[1]},{"button":{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"AdA-AAAAAQAAAAUAB6z_3X-rhdz9DQ4ZP-Fk","code":"27 trả lại"},"deliveries":[1]},{"button":{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"AdA2AAAAAQAAAAAAB6z_Hn5tw7NU1NCpKOkj","code":"27 toàn văn"},"deliveries":[1]},{"button":{"label":"Mức độ: khẩn","act":59,"subject":1,"argument":502,"token":"AdA7AAAAAQAAAfYAB6z_Oyh5sytesU3DTFF8","code":"27 mức độ khẩn"},"deliveries":[1]},{"button":{"label":"Mức độ: hỏa tốc","act":59,"subject":1,"argument":503,"token":"AdA7AAAAAQAAAfcAB6z_W4DqSImaUzGUB_fc","code":"27 mức độ hỏa"},"deliveries":[1]}]','2026-11-25 01:00:01.058466');
INSERT INTO "offers" VALUES(2,3,27,'message',22,'[{"button":{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"AdAoAAAAAQAAAAAAB6z_QdWBAYzoKM3zNgfD","code":"27"},"deliveries":[22]}]','2026-11-25 01:00:01.117345');
INSERT INTO "offers" VALUES(3,1,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_UcBjuCz9xiqyR9kB","code":"27 toàn văn"},"deliveries":[2]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_XHRAJXFWcrrry6e2","code":"27"},"deliveries":[2]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_0ODKGD_Mpf2ilA1r","code":"27"},"deliveries":[2]}]','2026-11-25 01:40:00.801529');
INSERT INTO "offers" VALUES(4,4,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_qBGFooMO6cHUfdQq","code":"27"},"deliveries":[4]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_jTAwJZdzTEvMii7Z","code":"27 toàn văn"},"deliveries":[4]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_td_AEfnVZZ_ArTeE","code":"27"},"deliveries":[4]}]','2026-11-25 01:00:01.137526');
INSERT INTO "offers" VALUES(5,3,56,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_Ucmr6_3AmqqViUTP","code":"56"},"deliveries":[3]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_3SOb5-RwyJSoV53n","code":"56 toàn văn"},"deliveries":[3]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_ZMPdt4JRhbK_X67U","code":"56"},"deliveries":[3]}]','2026-11-25 01:00:01.155971');
INSERT INTO "offers" VALUES(6,5,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_6UzmVE0GCF_-7J_8","code":"27 toàn văn"},"deliveries":[5]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_bJlkbwkzKrc2SHFU","code":"27"},"deliveries":[5]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_8h-oV3lQTEg-GbH0","code":"27"},"deliveries":[5]}]','2026-11-25 01:40:00.840023');
INSERT INTO "offers" VALUES(7,6,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_rpGEy9uUvHbsDeVJ","code":"27"},"deliveries":[6]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_QMm3tqIuUvb2a5_e","code":"27 toàn văn"},"deliveries":[6]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_CnUa0HjBuRxV1Jui","code":"27"},"deliveries":[6]}]','2026-11-25 01:00:01.217422');
INSERT INTO "offers" VALUES(8,7,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_aiC0qf89bZA4iyY5","code":"27"},"deliveries":[7]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_wykI8Ml5IctRhfzq","code":"27 toàn văn"},"deliveries":[7]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_u4RJVVFVl8qN1Jj3","code":"27"},"deliveries":[7]}]','2026-11-25 01:00:01.225105');
INSERT INTO "offers" VALUES(9,8,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_V8sNZB7CNQ-t9UqY","code":"27 toàn văn"},"deliveries":[8]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_Hv74hiG8zx7QuHJy","code":"27"},"deliveries":[8]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_p2WbqatzpnjPA-bH","code":"27"},"deliveries":[8]}]','2026-11-25 01:40:00.888887');
INSERT INTO "offers" VALUES(10,9,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_c_w-uJXp1gsoG3LR","code":"27 toàn văn"},"deliveries":[9]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_ricwuwHnSB8swzim","code":"27"},"deliveries":[9]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_EFr5L2KMR7aw6CsU","code":"27"},"deliveries":[9]}]','2026-11-25 01:40:00.938582');
INSERT INTO "offers" VALUES(11,10,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_7GwCib8dsBIZU9bu","code":"27 toàn văn"},"deliveries":[10]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_jIy7jRuzjnzAsgSW","code":"27"},"deliveries":[10]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_EU_cYeWx_NJEfm1P","code":"27"},"deliveries":[10]}]','2026-11-25 01:40:00.963879');
INSERT INTO "offers" VALUES(12,11,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_Gyx9Bb7kNaiwEOM6","code":"27"},"deliveries":[11]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_cuNyJsR8t5BLnp8R","code":"27 toàn văn"},"deliveries":[11]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_zGdbJ_xzw_BXyyB6","code":"27"},"deliveries":[11]}]','2026-11-25 02:30:00.355870');
INSERT INTO "offers" VALUES(13,12,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_KPNDuJMH80akrCBJ","code":"27"},"deliveries":[12]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_hleksDSpZNQC20aB","code":"27 toàn văn"},"deliveries":[12]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_6qksydyVl44bJd7U","code":"27"},"deliveries":[12]}]','2026-11-25 01:00:01.321101');
INSERT INTO "offers" VALUES(14,13,27,'publication',1,'[{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_6yCSFT7c1RDj0sH8","code":"27 toàn văn"},"deliveries":[13]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_SALSMSc0dsoZL-uV","code":"27"},"deliveries":[13]},{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_rHxiubDpbNE_KBK2","code":"27"},"deliveries":[13]}]','2026-11-25 01:40:00.994082');
INSERT INTO "offers" VALUES(15,14,27,'publication',1,'[{"button":{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AdACAAAAAQAAAAAAB6z_jCBxQMjZnR74gv2g","code":"27"},"deliveries":[14]},{"button":{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AdAEAAAAAQAAAAAAB6z_bwp4wcWiBFAPxGaf","code":"27 toàn văn"},"deliveries":[14]},{"button":{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AdADAAAAAQAAAAAAB6z_hqsdgd98uRqJqfSr","code":"27"},"deliveries":[14]}]','2026-11-25 01:00:01.347582');
INSERT INTO "offers" VALUES(16,1,56,'message',15,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_BLaXv64Muoc7PTMb","code":"56"},"deliveries":[15]},{"button":{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_hDu2FPw6YWcOKrq3","code":"56 xem tên"},"deliveries":[15]},{"button":{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z__6KGOLNVOR_aNMyR","code":"56 nhắc"},"deliveries":[15]},{"button":{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AdAgAAAAAQAAAAAAB6z_brET-U5IVojbYIMB","code":"56 cần gọi"},"deliveries":[15]}]','2026-11-26 01:10:31.318450');
INSERT INTO "offers" VALUES(17,2,56,'message',16,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_Vm3OEb645BHxk9k1","code":"56"},"deliveries":[16]},{"button":{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_oDoz4dAVVQd6e-mN","code":"56 xem tên"},"deliveries":[16]},{"button":{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z__lqGn6um8HMNIINh","code":"56 nhắc"},"deliveries":[16]},{"button":{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AdAgAAAAAQAAAAAAB6z_ob21jCTggiKsUByV","code":"56 cần gọi"},"deliveries":[16]}]','2026-11-26 01:10:31.337812');
INSERT INTO "offers" VALUES(18,3,85,'message',17,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_Zo482iETh_WYon8C","code":"85"},"deliveries":[17]},{"button":{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_YaqvTNf3bwmzfs1D","code":"85 xem tên"},"deliveries":[17]},{"button":{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z_5hBS0YbNzAhj_Hd8","code":"85 nhắc"},"deliveries":[17]},{"button":{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AdAgAAAAAQAAAAAAB6z_LaUSa-BopTTliPbp","code":"85 cần gọi"},"deliveries":[17]}]','2026-11-26 01:10:31.349763');
INSERT INTO "offers" VALUES(22,5,56,'message',18,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_BIfpBLDpbhfJ1wtt","code":"56"},"deliveries":[18]},{"button":{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_skWKA9_3wExZsIPa","code":"56 xem tên"},"deliveries":[18]},{"button":{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z_3ypbVvVmcOWwVDyY","code":"56 nhắc"},"deliveries":[18]}]','2026-11-26 01:10:31.362706');
INSERT INTO "offers" VALUES(23,9,56,'message',19,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_ais6ex8nT7FpffgW","code":"56"},"deliveries":[19]},{"button":{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_yxk0khwdAB2Psftl","code":"56 xem tên"},"deliveries":[19]},{"button":{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AdAgAAAAAQAAAAAAB6z_QRY-2GQD0ddrY7WK","code":"56 cần gọi"},"deliveries":[19]},{"button":{"label":"🔔 Nhắc (1)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z_ZoP_Z9QScOinPRtQ","code":"56 nhắc"},"deliveries":[19]}]','2026-11-26 01:10:31.470080');
INSERT INTO "offers" VALUES(24,10,56,'message',20,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_jvw9k88u2CaSJxkU","code":"56"},"deliveries":[20]},{"button":{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_3RrRXwhYUEItpiFi","code":"56 xem tên"},"deliveries":[20]},{"button":{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AdAgAAAAAQAAAAAAB6z_xRi36re2E7BXiInF","code":"56 cần gọi"},"deliveries":[20]},{"button":{"label":"🔔 Nhắc (1)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z_6wClvMmHgDkNqHOf","code":"56 nhắc"},"deliveries":[20]}]','2026-11-26 01:10:31.482741');
INSERT INTO "offers" VALUES(25,12,56,'message',21,'[{"button":{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_AA5URhrjz-shsEA3","code":"56"},"deliveries":[21]},{"button":{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AdAVAAAAAQAAAAAAB6z_b-b7tFqVp3C9QGTn","code":"56 xem tên"},"deliveries":[21]},{"button":{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AdAWAAAAAQAAAAAAB6z_kNQ8exmNnS9IYXLI","code":"56 nhắc"},"deliveries":[21]}]','2026-11-26 01:10:31.497169');
INSERT INTO "offers" VALUES(44,9,85,'message',23,'[{"button":{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AdAXAAAAAQAAAAAAB6z_4i0cTTWFEPRx8WdM","code":"85 trả lời"},"deliveries":[23]},{"button":{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AdABAAAAAQAAAAAAB6z_b5aKLtRxiQqgGezc","code":"85 mở văn bản"},"deliveries":[23]}]','2026-11-25 02:30:00.368896');
INSERT INTO "offers" VALUES(45,10,85,'message',24,'[{"button":{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AdAXAAAAAQAAAAAAB6z_OriE35ryDdhN_FU3","code":"85 trả lời"},"deliveries":[24]},{"button":{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AdABAAAAAQAAAAAAB6z_79T7smR_znjxsfSs","code":"85 mở văn bản"},"deliveries":[24]}]','2026-11-25 02:30:00.377946');
INSERT INTO "offers" VALUES(51,8,56,'session',1,'[{"button":{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_ZZbEHeMS2_S-jebm","code":"56 dự"},"deliveries":[25]},{"button":{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_jraMt9Wvr4fu_h-V","code":"56 xin vắng"},"deliveries":[25]},{"button":{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_PBKMg2_1bcLOl9YI","code":"56 chưa chắc"},"deliveries":[25]}]','2026-11-25 07:00:00.759823');
INSERT INTO "offers" VALUES(52,6,56,'session',1,'[{"button":{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_3BwpvSsa6A_poQ7I","code":"56 dự"},"deliveries":[26]},{"button":{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_IU81O4McYOpRfnbC","code":"56 xin vắng"},"deliveries":[26]},{"button":{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_HIvaLl0VVqGd86A2","code":"56 chưa chắc"},"deliveries":[26]}]','2026-11-26 01:10:00.868388');
INSERT INTO "offers" VALUES(53,5,85,'session',1,'[{"button":{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_qzPdvT5j-DS6L1-M","code":"85 dự"},"deliveries":[27]},{"button":{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_zpfbNm47U1N2uHsO","code":"85 xin vắng"},"deliveries":[27]},{"button":{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_atwTQj3Os7CLccw4","code":"85 chưa chắc"},"deliveries":[27]}]','2026-11-26 01:10:00.872803');
INSERT INTO "offers" VALUES(54,7,56,'session',1,'[{"button":{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_YZNHEbJff7AvCLFQ","code":"56 dự"},"deliveries":[28]},{"button":{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_Zen_WhcPa8XAvVbJ","code":"56 xin vắng"},"deliveries":[28]},{"button":{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_ea0Je3M20BMNm2Wk","code":"56 chưa chắc"},"deliveries":[28]}]','2026-11-26 01:10:00.876902');
INSERT INTO "offers" VALUES(58,2,85,'message',32,'[{"button":{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":2,"argument":3,"token":"AdA8AAAAAgAAAAMAB6z_ta5M0fSrwz6TZ9RM","code":"85 duyệt phát hành"},"deliveries":[32]},{"button":{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":2,"argument":3,"token":"AdA9AAAAAgAAAAMAB6z_gK5UxTVhQnooIORw","code":"85 duyệt hẹn giờ"},"deliveries":[32]},{"button":{"label":"↩️ Trả lại","act":62,"subject":2,"argument":3,"token":"AdA-AAAAAgAAAAMAB6z_nMF4SLnXgYX9N2Ph","code":"85 trả lại"},"deliveries":[32]},{"button":{"label":"📄 Toàn văn","act":54,"subject":2,"argument":0,"token":"AdA2AAAAAgAAAAAAB6z_Z7bjI2k-vGLPCr14","code":"85 toàn văn"},"deliveries":[32]},{"button":{"label":"Mức độ: khẩn","act":59,"subject":2,"argument":302,"token":"AdA7AAAAAgAAAS4AB6z_6-6fCG4D3JtTYkaE","code":"85 mức độ khẩn"},"deliveries":[32]},{"button":{"label":"Mức độ: hỏa tốc","act":59,"subject":2,"argument":303,"token":"AdA7AAAAAgAAAS8AB6z_D94Mfu3gZs_MJS4W","code":"85 mức độ hỏa"},"deliveries":[32]},{"button":{"label":"📄 Xem a.txt","act":88,"subject":2,"argument":9,"token":"AdBYAAAAAgAAAAkAB6z_YY9-aZzP-PMntM1q","code":"85 xem a txt"},"deliveries":[32]}]','2026-11-26 01:10:17.220127');
INSERT INTO "offers" VALUES(59,2,34,'message',33,'[{"button":{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":3,"argument":3,"token":"AdA8AAAAAwAAAAMAB6z_qTrwmuDiWm7ufZdz","code":"34 duyệt phát hành"},"deliveries":[33]},{"button":{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":3,"argument":3,"token":"AdA9AAAAAwAAAAMAB6z_GkIPt-NXb6Dfmthc","code":"34 duyệt hẹn giờ"},"deliveries":[33]},{"button":{"label":"↩️ Trả lại","act":62,"subject":3,"argument":3,"token":"AdA-AAAAAwAAAAMAB6z_J3-djEM4mauWtXfn","code":"34 trả lại"},"deliveries":[33]},{"button":{"label":"📄 Toàn văn","act":54,"subject":3,"argument":0,"token":"AdA2AAAAAwAAAAAAB6z_Z_lrwfpnVXMA2Nop","code":"34 toàn văn"},"deliveries":[33]},{"button":{"label":"Mức độ: khẩn","act":59,"subject":3,"argument":302,"token":"AdA7AAAAAwAAAS4AB6z_iQXZOgEsjsolgjrN","code":"34 mức độ khẩn"},"deliveries":[33]},{"button":{"label":"Mức độ: hỏa tốc","act":59,"subject":3,"argument":303,"token":"AdA7AAAAAwAAAS8AB6z_SgBca0r_hd0cmvGI","code":"34 mức độ hỏa"},"deliveries":[33]},{"button":{"label":"📄 Xem b.txt","act":88,"subject":3,"argument":17,"token":"AdBYAAAAAwAAABEAB6z_jzG3Pghgg6DUdmwD","code":"34 xem b txt"},"deliveries":[33]}]','2026-11-26 01:10:23.686203');
CREATE TABLE "openings" (
	id INTEGER NOT NULL CONSTRAINT pk_openings PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	address_id INTEGER, 
	through TEXT NOT NULL, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT fk_openings_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_openings_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_openings_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_openings_publication_id_member_id_through UNIQUE (publication_id, member_id, through)
);
CREATE TABLE paces (
	address_id INTEGER NOT NULL, 
	next_at BIGINT NOT NULL, 
	CONSTRAINT pk_paces PRIMARY KEY (address_id), 
	CONSTRAINT fk_paces_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
);
CREATE TABLE "publications" (
	id INTEGER NOT NULL CONSTRAINT pk_publications PRIMARY KEY AUTOINCREMENT, 
	draft_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version BIGINT NOT NULL, 
	audience JSON NOT NULL, 
	asks_acknowledgement BOOLEAN NOT NULL, 
	due_at DATETIME, 
	published_at DATETIME NOT NULL, 
	created_by INTEGER, 
	approved_by INTEGER, 
	topic_id INTEGER, 
	signatory_id INTEGER, 
	withdrawn_at DATETIME, 
	withdrawn_by INTEGER, 
	withdrawn_because TEXT NOT NULL, 
	replaced_by INTEGER, 
	CONSTRAINT fk_publications_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_signatory_id FOREIGN KEY(signatory_id) REFERENCES members (id), 
	CONSTRAINT fk_publications_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT fk_publications_withdrawn_by FOREIGN KEY(withdrawn_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT uq_publications_draft_id UNIQUE (draft_id), 
	CONSTRAINT fk_publications_replaced_by FOREIGN KEY(replaced_by) REFERENCES publications (id), 
	CONSTRAINT fk_publications_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id)
);
INSERT INTO "publications" VALUES(1,1,'withdrawn',1,'{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000','2026-11-25 01:00:01.069772',3,2,NULL,NULL,'2026-11-26 01:10:30.626688',NULL,'Ban hành lại',NULL);
CREATE TABLE "questions" (
	id INTEGER NOT NULL CONSTRAINT pk_questions PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	question TEXT NOT NULL, 
	asked_at DATETIME NOT NULL, 
	answer TEXT NOT NULL, 
	answered_by INTEGER, 
	answered_at DATETIME, 
	CONSTRAINT fk_questions_answered_by FOREIGN KEY(answered_by) REFERENCES members (id), 
	CONSTRAINT fk_questions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_questions_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_questions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "questions" VALUES(1,1,11,4,'withdrawn','Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?','2026-11-25 02:30:00.325955','',NULL,NULL);
CREATE TABLE "quiz_passes" (
	id INTEGER NOT NULL CONSTRAINT pk_quiz_passes PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	version BIGINT NOT NULL, 
	member_id INTEGER NOT NULL, 
	question BIGINT NOT NULL, 
	passed_at DATETIME, 
	CONSTRAINT fk_quiz_passes_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_quiz_passes_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT uq_quiz_passes_publication_id_version_member_id_question UNIQUE (publication_id, version, member_id, question)
);
CREATE TABLE quiz_tallies (
	publication_id INTEGER NOT NULL, 
	version BIGINT NOT NULL, 
	question BIGINT NOT NULL, 
	choice BIGINT NOT NULL, 
	amount BIGINT NOT NULL, 
	CONSTRAINT pk_quiz_tallies PRIMARY KEY (publication_id, version, question, choice), 
	CONSTRAINT fk_quiz_tallies_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id)
);
CREATE TABLE rates (
	connection_id INTEGER NOT NULL, 
	tat BIGINT NOT NULL, 
	reply_tat BIGINT NOT NULL, 
	CONSTRAINT pk_rates PRIMARY KEY (connection_id), 
	CONSTRAINT fk_rates_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
INSERT INTO "rates" VALUES(1,1795391575518889,0);
CREATE TABLE "role_grants" (
	id INTEGER NOT NULL CONSTRAINT pk_role_grants PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	granted_by INTEGER, 
	CONSTRAINT fk_role_grants_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT fk_role_grants_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_role_grants_granted_by FOREIGN KEY(granted_by) REFERENCES members (id)
);
INSERT INTO "role_grants" VALUES(1,1,'committee_leader',1,'2026-11-22 23:52:22.217118',NULL,NULL);
INSERT INTO "role_grants" VALUES(2,2,'approver',1,'2026-11-22 23:52:22.225111',NULL,NULL);
INSERT INTO "role_grants" VALUES(3,2,'committee_leader',1,'2026-11-22 23:52:22.226195',NULL,NULL);
INSERT INTO "role_grants" VALUES(4,3,'clerk',1,'2026-11-22 23:52:22.238556',NULL,NULL);
INSERT INTO "role_grants" VALUES(5,4,'admin',1,'2026-11-22 23:52:22.245129',NULL,NULL);
INSERT INTO "role_grants" VALUES(6,5,'secretary',3,'2026-11-22 23:52:22.247635',NULL,NULL);
INSERT INTO "role_grants" VALUES(7,9,'secretary',4,'2026-11-22 23:52:22.257955',NULL,NULL);
INSERT INTO "role_grants" VALUES(8,10,'deputy_secretary',4,'2026-11-22 23:52:22.260810',NULL,NULL);
INSERT INTO "role_grants" VALUES(9,13,'secretary',5,'2026-11-22 23:52:22.263264',NULL,NULL);
CREATE TABLE "roster_imports" (
	id INTEGER NOT NULL CONSTRAINT pk_roster_imports PRIMARY KEY AUTOINCREMENT, 
	state VARCHAR(32) NOT NULL, 
	file_name TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	difference TEXT NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	until_at DATETIME NOT NULL, 
	applied_by INTEGER, 
	applied_at DATETIME, 
	CONSTRAINT fk_roster_imports_applied_by FOREIGN KEY(applied_by) REFERENCES members (id), 
	CONSTRAINT fk_roster_imports_made_by FOREIGN KEY(made_by) REFERENCES members (id)
);
CREATE TABLE search_words (
	publication_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_search_words PRIMARY KEY (publication_id), 
	CONSTRAINT fk_search_words_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id)
);
INSERT INTO "search_words" VALUES(1,' 11 kh du ke hoach hoc tap chuyen de noi di doi voi lam trong cac chi bo dang uy lien doan lao dong tinh ',' dang bo cac co quan dang tinh dang uy lien doan lao dong tinh so 11 kh du ke hoach hoc tap chuyen de noi di doi voi lam trong cac chi bo thuc hien chuong trinh cong tac nam dang uy lien doan lao dong tinh xay dung ke hoach nhu sau 1 cac chi bo dua chuyen de vao buoi sinh hoat gan nhat va ghi y kien thao luan vao bien ban 2 moi dang vien doc tai lieu dang ky mot viec lam cu the va bao cao ket qua voi chi bo 3 bi thu chi bo gap truc tiep nhung dang vien khong dung dien thoai de doc va giai thich ke hoach 4 van phong dang uy tong hop ket qua bao cao dang uy tai ky hop gan nhat ');
CREATE TABLE "sources" (
	id INTEGER NOT NULL CONSTRAINT pk_sources PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	place TEXT NOT NULL, 
	selectors JSON NOT NULL, 
	audience JSON, 
	topic_id INTEGER, 
	scope VARCHAR(32) NOT NULL, 
	publishes_itself BOOLEAN NOT NULL, 
	publishes_since DATETIME, 
	every_minutes BIGINT NOT NULL, 
	next_look_at DATETIME NOT NULL, 
	looked_at DATETIME, 
	found_at DATETIME, 
	etag TEXT NOT NULL, 
	last_modified TEXT NOT NULL, 
	failures BIGINT NOT NULL, 
	fault VARCHAR(32), 
	fault_detail TEXT NOT NULL, 
	failing_since DATETIME, 
	empty_since DATETIME, 
	told_at DATETIME, 
	imported_at DATETIME, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_sources_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT fk_sources_created_by FOREIGN KEY(created_by) REFERENCES members (id)
);
INSERT INTO "sources" VALUES(1,'Thư mục văn phòng','folder','active','vb','{}','{"kind": "everyone", "subject": 0}',NULL,'public',0,NULL,30,'2026-11-26 01:40:13.239172','2026-11-26 01:10:13.239172',NULL,'','',0,NULL,'',NULL,NULL,NULL,'2026-11-26 01:10:13.239181',NULL,'2026-11-26 01:10:10.341628');
CREATE TABLE "study_sessions" (
	id INTEGER NOT NULL CONSTRAINT pk_study_sessions PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	place TEXT NOT NULL, 
	chair_id INTEGER, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	announced_at DATETIME, 
	CONSTRAINT fk_study_sessions_chair_id FOREIGN KEY(chair_id) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "study_sessions" VALUES(1,3,'announced',5,'Sinh hoạt chuyên đề: Nói đi đôi với làm','2026-11-27 07:00:00.000000','2026-11-27 08:30:00.000000','Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh',5,5,'2026-11-25 07:00:00.704090','2026-11-25 07:00:00.738876');
CREATE TABLE "subscriptions" (
	id INTEGER NOT NULL CONSTRAINT pk_subscriptions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	topic_id INTEGER NOT NULL, 
	subscribed BOOLEAN NOT NULL, 
	changed_at DATETIME NOT NULL, rhythm VARCHAR(32), 
	CONSTRAINT fk_subscriptions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_subscriptions_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT uq_subscriptions_member_id_topic_id UNIQUE (member_id, topic_id)
);
CREATE TABLE "task_takers" (
	id INTEGER NOT NULL CONSTRAINT pk_task_takers PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	task BIGINT NOT NULL, 
	member_id INTEGER NOT NULL, 
	taken_at DATETIME, 
	address_id INTEGER, 
	CONSTRAINT fk_task_takers_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_task_takers_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_task_takers_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_task_takers_publication_id_task_member_id UNIQUE (publication_id, task, member_id)
);
CREATE TABLE "topic_settings" (
	id INTEGER NOT NULL CONSTRAINT pk_topic_settings PRIMARY KEY AUTOINCREMENT, 
	topic_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	mandatory BOOLEAN NOT NULL, 
	on_by_default BOOLEAN NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	locked_because TEXT NOT NULL, 
	CONSTRAINT fk_topic_settings_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT fk_topic_settings_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_topic_settings_topic_id_unit_id UNIQUE (topic_id, unit_id)
);
CREATE TABLE "topics" (
	id INTEGER NOT NULL CONSTRAINT pk_topics PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	mandatory BOOLEAN NOT NULL, 
	on_by_default BOOLEAN NOT NULL, 
	locked_because TEXT NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	closed_at DATETIME, 
	CONSTRAINT uq_topics_name UNIQUE (name)
);
INSERT INTO "topics" VALUES(1,'Văn bản chỉ đạo',1,1,1,'Đảng ủy quy định: văn bản chỉ đạo phải đến từng người.','at_once',NULL);
INSERT INTO "topics" VALUES(2,'Kết quả hội nghị',2,0,1,'','at_once',NULL);
INSERT INTO "topics" VALUES(3,'Học tập chuyên đề',3,0,0,'','at_once',NULL);
INSERT INTO "topics" VALUES(4,'Công tác công đoàn',4,0,0,'','at_once',NULL);
CREATE TABLE "unit_changes" (
	id INTEGER NOT NULL CONSTRAINT pk_unit_changes PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER, 
	change VARCHAR(32) NOT NULL, 
	on_date DATE NOT NULL, 
	kind VARCHAR(32), 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	target_id INTEGER, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	confirmed_at DATETIME, 
	applied_at DATETIME, 
	called_off_at DATETIME, 
	CONSTRAINT fk_unit_changes_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_unit_changes_target_id FOREIGN KEY(target_id) REFERENCES units (id), 
	CONSTRAINT fk_unit_changes_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "unit_changes" VALUES(1,6,'open','2026-11-26','branch','Chi bộ 4','CB4',2,NULL,'2026-11-26 01:10:36.699538','2026-11-26 01:10:36.700938','2026-11-26 01:10:36.700938',NULL);
CREATE TABLE "unit_spans" (
	id INTEGER NOT NULL CONSTRAINT pk_unit_spans PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	parent_id INTEGER, 
	from_on DATE NOT NULL, 
	until_on DATE, 
	CONSTRAINT fk_unit_spans_parent_id FOREIGN KEY(parent_id) REFERENCES units (id), 
	CONSTRAINT fk_unit_spans_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_unit_spans_unit_id_from_on UNIQUE (unit_id, from_on)
);
INSERT INTO "unit_spans" VALUES(1,1,'Liên đoàn Lao động tỉnh','LĐLĐ tỉnh',NULL,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(2,2,'Đảng ủy LĐLĐ tỉnh','Đảng ủy',1,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(3,3,'Chi bộ 1','Chi bộ 1',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(4,4,'Chi bộ 2','Chi bộ 2',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(5,5,'Chi bộ 3','Chi bộ 3',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(6,6,'Chi bộ 4','CB4',2,'2026-11-26',NULL);
CREATE TABLE unit_words (
	kind VARCHAR(32) NOT NULL, 
	word TEXT NOT NULL, 
	short_word TEXT NOT NULL, 
	CONSTRAINT pk_unit_words PRIMARY KEY (kind)
);
CREATE TABLE "units" (
	id INTEGER NOT NULL CONSTRAINT pk_units PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	parent_id INTEGER, 
	position BIGINT NOT NULL, 
	opened_on DATE NOT NULL, 
	closed_on DATE, 
	merged_into_id INTEGER, 
	CONSTRAINT fk_units_parent_id FOREIGN KEY(parent_id) REFERENCES units (id), 
	CONSTRAINT fk_units_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES units (id)
);
INSERT INTO "units" VALUES(1,'federation','Liên đoàn Lao động tỉnh','LĐLĐ tỉnh',NULL,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(2,'committee','Đảng ủy LĐLĐ tỉnh','Đảng ủy',1,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(3,'branch','Chi bộ 1','Chi bộ 1',2,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(4,'branch','Chi bộ 2','Chi bộ 2',2,2,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(5,'branch','Chi bộ 3','Chi bộ 3',2,3,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(6,'branch','Chi bộ 4','CB4',2,4,'2026-11-26',NULL,NULL);
CREATE TABLE uploads (
	connection_id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	platform_id TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_uploads PRIMARY KEY (connection_id, file_id), 
	CONSTRAINT fk_uploads_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_uploads_file_id FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);
CREATE TABLE usages (
	connection_id INTEGER NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	outgoing BIGINT NOT NULL, 
	incoming BIGINT NOT NULL, 
	told_percent BIGINT NOT NULL, 
	spent_at DATETIME, 
	CONSTRAINT pk_usages PRIMARY KEY (connection_id, month), 
	CONSTRAINT fk_usages_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
CREATE TABLE "versions" (
	id INTEGER NOT NULL CONSTRAINT pk_versions PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	version BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	type_name TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_key TEXT NOT NULL, 
	title TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	issued_on DATE, 
	event_on DATE, 
	chair TEXT NOT NULL, 
	main_points JSON NOT NULL, 
	to_do JSON NOT NULL, 
	body TEXT NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	signatory TEXT NOT NULL, 
	circulation TEXT NOT NULL, 
	to_do_for JSON NOT NULL, 
	tasks JSON NOT NULL, 
	quiz JSON NOT NULL, 
	draft_id INTEGER, 
	is_material BOOLEAN NOT NULL, 
	change_note TEXT NOT NULL, 
	CONSTRAINT fk_versions_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT fk_versions_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_versions_publication_id_version UNIQUE (publication_id, version)
);
INSERT INTO "versions" VALUES(1,1,1,'directive','Kế hoạch','11-KH/ĐU','11|KH|ĐU','Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[{"label": "content", "text": "C\u00e1c chi b\u1ed9 \u0111\u01b0a chuy\u00ean \u0111\u1ec1 v\u00e0o bu\u1ed5i sinh ho\u1ea1t g\u1ea7n nh\u1ea5t v\u00e0 ghi \u00fd ki\u1ebfn th\u1ea3o lu\u1eadn v\u00e0o bi\u00ean b\u1ea3n."}, {"label": "content", "text": "M\u1ed7i \u0111\u1ea3ng vi\u00ean \u0111\u1ecdc t\u00e0i li\u1ec7u, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3 v\u00e0 b\u00e1o c\u00e1o k\u1ebft qu\u1ea3 v\u1edbi chi b\u1ed9."}, {"label": "content", "text": "B\u00ed th\u01b0 chi b\u1ed9 g\u1eb7p tr\u1ef1c ti\u1ebfp nh\u1eefng \u0111\u1ea3ng vi\u00ean kh\u00f4ng d\u00f9ng \u0111i\u1ec7n tho\u1ea1i \u0111\u1ec3 \u0111\u1ecdc v\u00e0 gi\u1ea3i th\u00edch k\u1ebf ho\u1ea1ch."}, {"label": "content", "text": "V\u0103n ph\u00f2ng \u0110\u1ea3ng \u1ee7y t\u1ed5ng h\u1ee3p k\u1ebft qu\u1ea3, b\u00e1o c\u00e1o \u0110\u1ea3ng \u1ee7y t\u1ea1i k\u1ef3 h\u1ecdp g\u1ea7n nh\u1ea5t."}]','["\u0110\u1ecdc k\u1ebf ho\u1ea1ch, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3", "D\u1ef1 bu\u1ed5i sinh ho\u1ea1t chuy\u00ean \u0111\u1ec1 c\u1ee7a chi b\u1ed9"]','ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
Số 11-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','2026-11-25 01:00:01.069772','','','[]','[]','[]',1,0,'');
CREATE TABLE "web_codes" (
	id INTEGER NOT NULL CONSTRAINT pk_web_codes PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	code_hash TEXT NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	wrong_tries BIGINT NOT NULL, 
	used_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT fk_web_codes_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_web_codes_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "web_codes" VALUES(1,12,'904ee3fd68f0f8eacafdae2ecf839da733d87b026ea9c931291f7ad10ff29cca',NULL,'2026-11-26 01:10:48.069856','2026-12-03 01:10:48.069856',0,NULL,NULL);
CREATE TABLE "web_links" (
	id INTEGER NOT NULL CONSTRAINT pk_web_links PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT fk_web_links_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_web_links_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "web_links" VALUES(1,12,NULL,'2026-11-26 01:10:48.074248','2027-02-24 01:10:48.074248',NULL,NULL);
CREATE TABLE "web_messages" (
	id INTEGER NOT NULL CONSTRAINT pk_web_messages PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	from_member BOOLEAN NOT NULL, 
	once_key VARCHAR(120), 
	created_at DATETIME NOT NULL, 
	edited_at DATETIME, 
	CONSTRAINT fk_web_messages_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_web_messages_once_key UNIQUE (once_key)
);
INSERT INTO "web_messages" VALUES(1,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Người soạn: đồng chí Lan","block":"line"},{"text":"Gửi cho: Toàn tổ chức","block":"line"},{"text":"15 người, gửi tin được cho 14 người","block":"line"},{"text":"Gồm 12 đảng viên chính thức, 1 đảng viên dự bị, 2 đoàn viên công đoàn","block":"line"},{"text":"Phạm vi: công khai (gửi cả ý chính và toàn văn)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Từng đồng chí cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"AdA8AAAAAQAAAAUAB6z_YUaLa_hhMLICfszi","code":"27 duyệt phát hành"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"AdA9AAAAAQAAAAUAB6z_x5eOWQAuQa-NQ__P","code":"27 duyệt hẹn giờ"}],[{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"AdA-AAAAAQAAAAUAB6z_3X-rhdz9DQ4ZP-Fk","code":"27 trả lại"},{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"AdA2AAAAAQAAAAAAB6z_Hn5tw7NU1NCpKOkj","code":"27 toàn văn"}],[{"label":"Mức độ: khẩn","act":59,"subject":1,"argument":502,"token":"AdA7AAAAAQAAAfYAB6z_Oyh5sytesU3DTFF8","code":"27 mức độ khẩn"},{"label":"Mức độ: hỏa tốc","act":59,"subject":1,"argument":503,"token":"AdA7AAAAAQAAAfcAB6z_W4DqSImaUzGUB_fc","code":"27 mức độ hỏa"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r5:m2:approval','2026-11-25 01:00:01.140962',NULL);
INSERT INTO "web_messages" VALUES(2,3,'{"blocks":[{"text":"Đã phát hành: Số 11-KH/ĐU.","block":"line"},{"rows":[[{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"AdAoAAAAAQAAAAAAB6z_QdWBAYzoKM3zNgfD","code":"27"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r6:news','2026-11-25 01:00:01.167790',NULL);
INSERT INTO "web_messages" VALUES(3,1,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m1:card','2026-11-25 01:00:01.169972','2026-11-26 01:10:30.702461');
INSERT INTO "web_messages" VALUES(4,4,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m4:card','2026-11-25 01:00:01.171716','2026-11-26 01:10:30.707255');
INSERT INTO "web_messages" VALUES(5,3,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m3:card','2026-11-25 01:00:01.180508','2026-11-26 01:10:30.705463');
INSERT INTO "web_messages" VALUES(6,5,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m5:card','2026-11-25 01:00:01.182279','2026-11-26 01:10:30.711561');
INSERT INTO "web_messages" VALUES(7,6,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m6:card','2026-11-25 01:00:01.262601','2026-11-26 01:10:30.713284');
INSERT INTO "web_messages" VALUES(8,7,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m7:card','2026-11-25 01:00:01.264671','2026-11-26 01:10:30.714870');
INSERT INTO "web_messages" VALUES(9,8,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m8:card','2026-11-25 01:00:01.280149','2026-11-26 01:10:31.063017');
INSERT INTO "web_messages" VALUES(10,9,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m9:card','2026-11-25 01:00:01.282458','2026-11-26 01:10:31.079746');
INSERT INTO "web_messages" VALUES(11,10,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m10:card','2026-11-25 01:00:01.286202','2026-11-26 01:10:31.081207');
INSERT INTO "web_messages" VALUES(12,11,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m11:card','2026-11-25 01:00:01.300597','2026-11-26 01:10:31.082555');
INSERT INTO "web_messages" VALUES(13,12,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m13:card','2026-11-25 01:00:01.394693','2026-11-26 01:10:31.090746');
INSERT INTO "web_messages" VALUES(14,13,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m14:card','2026-11-25 01:00:01.397583','2026-11-26 01:10:31.092251');
INSERT INTO "web_messages" VALUES(15,14,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · hết hiệu lực","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:v1:m15:card','2026-11-25 01:00:01.422633','2026-11-26 01:10:31.197102');
INSERT INTO "web_messages" VALUES(16,1,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Chưa xác nhận 8","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_BLaXv64Muoc7PTMb","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m1:progress','2026-11-25 01:00:01.425318','2026-11-26 01:10:31.369390');
INSERT INTO "web_messages" VALUES(17,2,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Chưa xác nhận 8","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_Vm3OEb645BHxk9k1","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m2:progress','2026-11-25 01:00:01.427396','2026-11-26 01:10:31.372677');
INSERT INTO "web_messages" VALUES(18,3,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Chưa xác nhận 8","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_Zo482iETh_WYon8C","code":"85"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m3:progress','2026-11-25 01:00:01.439808','2026-11-26 01:10:31.374040');
INSERT INTO "web_messages" VALUES(19,5,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_BIfpBLDpbhfJ1wtt","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m5:progress','2026-11-25 01:00:01.562917','2026-11-26 01:10:31.375115');
INSERT INTO "web_messages" VALUES(20,9,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_ais6ex8nT7FpffgW","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m9:progress','2026-11-25 01:00:01.565762','2026-11-26 01:10:31.501393');
INSERT INTO "web_messages" VALUES(21,10,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_jvw9k88u2CaSJxkU","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m10:progress','2026-11-25 01:00:01.567940','2026-11-26 01:10:31.503011');
INSERT INTO "web_messages" VALUES(22,12,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"Văn bản đã được thu hồi.","block":"line"},{"text":"08:10 thứ Năm, 26/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 1/3 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AdAkAAAAAQAAAAAAB6z_AA5URhrjz-shsEA3","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m13:progress','2026-11-25 01:00:01.711619','2026-11-26 01:10:31.504536');
INSERT INTO "web_messages" VALUES(23,9,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AdAXAAAAAQAAAAAAB6z_4i0cTTWFEPRx8WdM","code":"85 trả lời"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AdABAAAAAQAAAAAAB6z_b5aKLtRxiQqgGezc","code":"85 mở văn bản"}]],"block":"buttons"}],"protected":false}',0,'question:1:m9','2026-11-25 02:30:00.437072',NULL);
INSERT INTO "web_messages" VALUES(24,10,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AdAXAAAAAQAAAAAAB6z_OriE35ryDdhN_FU3","code":"85 trả lời"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AdABAAAAAQAAAAAAB6z_79T7smR_znjxsfSs","code":"85 mở văn bản"}]],"block":"buttons"}],"protected":false}',0,'question:1:m10','2026-11-25 02:30:00.439005',NULL);
INSERT INTO "web_messages" VALUES(25,8,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí An dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_ZZbEHeMS2_S-jebm","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_jraMt9Wvr4fu_h-V","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_PBKMg2_1bcLOl9YI","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m8:invite','2026-11-25 07:00:00.780875',NULL);
INSERT INTO "web_messages" VALUES(26,6,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Bình dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_3BwpvSsa6A_poQ7I","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_IU81O4McYOpRfnbC","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_HIvaLl0VVqGd86A2","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:invite','2026-11-25 07:00:00.782420',NULL);
INSERT INTO "web_messages" VALUES(27,5,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Khôi dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_qzPdvT5j-DS6L1-M","code":"85 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_zpfbNm47U1N2uHsO","code":"85 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_atwTQj3Os7CLccw4","code":"85 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:invite','2026-11-25 07:00:00.784133',NULL);
INSERT INTO "web_messages" VALUES(28,7,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Mai dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_YZNHEbJff7AvCLFQ","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_Zen_WhcPa8XAvVbJ","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_ea0Je3M20BMNm2Wk","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:invite','2026-11-25 07:00:00.786286',NULL);
INSERT INTO "web_messages" VALUES(29,6,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Bình đã nhận lời dự buổi sinh hoạt ngày mai.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_3BwpvSsa6A_poQ7I","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_IU81O4McYOpRfnbC","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_HIvaLl0VVqGd86A2","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:d-1','2026-11-26 01:10:00.881799',NULL);
INSERT INTO "web_messages" VALUES(30,5,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Khôi chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_qzPdvT5j-DS6L1-M","code":"85 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_zpfbNm47U1N2uHsO","code":"85 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_atwTQj3Os7CLccw4","code":"85 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:d-1','2026-11-26 01:10:00.883803',NULL);
INSERT INTO "web_messages" VALUES(31,7,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Mai chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AdAIAAAAAQAAAAUAB6z_YZNHEbJff7AvCLFQ","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AdAJAAAAAQAAAAUAB6z_Zen_WhcPa8XAvVbJ","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AdAKAAAAAQAAAAUAB6z_ea0Je3M20BMNm2Wk","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:d-1','2026-11-26 01:10:00.885242',NULL);
INSERT INTO "web_messages" VALUES(32,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Gửi cho: Chi bộ 1, Chi bộ 2 – chỉ đảng viên chính thức","block":"line"},{"text":"7 người, gửi tin được cho 6 người","block":"line"},{"text":"Phạm vi: nội bộ (chỉ gửi số, tên, hạn; toàn văn mở riêng cho từng người)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"Tệp kèm: 1 (nội bộ: không gửi)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 41-KH/ĐU · Kế hoạch","block":"line"},{"text":"về phòng cháy mùa khô","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Năm, 03/12/2026","block":"line"},{"text":"🔒 Đọc toàn văn (hộp thư web)","block":"line"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":2,"argument":3,"token":"AdA8AAAAAgAAAAMAB6z_ta5M0fSrwz6TZ9RM","code":"85 duyệt phát hành"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":2,"argument":3,"token":"AdA9AAAAAgAAAAMAB6z_gK5UxTVhQnooIORw","code":"85 duyệt hẹn giờ"}],[{"label":"↩️ Trả lại","act":62,"subject":2,"argument":3,"token":"AdA-AAAAAgAAAAMAB6z_nMF4SLnXgYX9N2Ph","code":"85 trả lại"},{"label":"📄 Toàn văn","act":54,"subject":2,"argument":0,"token":"AdA2AAAAAgAAAAAAB6z_Z7bjI2k-vGLPCr14","code":"85 toàn văn"}],[{"label":"Mức độ: khẩn","act":59,"subject":2,"argument":302,"token":"AdA7AAAAAgAAAS4AB6z_6-6fCG4D3JtTYkaE","code":"85 mức độ khẩn"},{"label":"Mức độ: hỏa tốc","act":59,"subject":2,"argument":303,"token":"AdA7AAAAAgAAAS8AB6z_D94Mfu3gZs_MJS4W","code":"85 mức độ hỏa"}],[{"label":"📄 Xem a.txt","act":88,"subject":2,"argument":9,"token":"AdBYAAAAAgAAAAkAB6z_YY9-aZzP-PMntM1q","code":"85 xem a txt"}]],"block":"buttons"}],"protected":false}',0,'draft:2:r3:m2:approval','2026-11-26 01:10:17.224639',NULL);
INSERT INTO "web_messages" VALUES(33,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Gửi cho: Toàn tổ chức","block":"line"},{"text":"15 người, gửi tin được cho 14 người","block":"line"},{"text":"Gồm 12 đảng viên chính thức, 1 đảng viên dự bị, 2 đoàn viên công đoàn","block":"line"},{"text":"Phạm vi: nội bộ (chỉ gửi số, tên, hạn; toàn văn mở riêng cho từng người)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"Tệp kèm: 1 (nội bộ: không gửi)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 42-KH/ĐU · Kế hoạch","block":"line"},{"text":"về trực tết","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Năm, 03/12/2026","block":"line"},{"text":"🔒 Đọc toàn văn (hộp thư web)","block":"line"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":3,"argument":3,"token":"AdA8AAAAAwAAAAMAB6z_qTrwmuDiWm7ufZdz","code":"34 duyệt phát hành"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":3,"argument":3,"token":"AdA9AAAAAwAAAAMAB6z_GkIPt-NXb6Dfmthc","code":"34 duyệt hẹn giờ"}],[{"label":"↩️ Trả lại","act":62,"subject":3,"argument":3,"token":"AdA-AAAAAwAAAAMAB6z_J3-djEM4mauWtXfn","code":"34 trả lại"},{"label":"📄 Toàn văn","act":54,"subject":3,"argument":0,"token":"AdA2AAAAAwAAAAAAB6z_Z_lrwfpnVXMA2Nop","code":"34 toàn văn"}],[{"label":"Mức độ: khẩn","act":59,"subject":3,"argument":302,"token":"AdA7AAAAAwAAAS4AB6z_iQXZOgEsjsolgjrN","code":"34 mức độ khẩn"},{"label":"Mức độ: hỏa tốc","act":59,"subject":3,"argument":303,"token":"AdA7AAAAAwAAAS8AB6z_SgBca0r_hd0cmvGI","code":"34 mức độ hỏa"}],[{"label":"📄 Xem b.txt","act":88,"subject":3,"argument":17,"token":"AdBYAAAAAwAAABEAB6z_jzG3Pghgg6DUdmwD","code":"34 xem b txt"}]],"block":"buttons"}],"protected":false}',0,'draft:3:r3:m2:approval','2026-11-26 01:10:23.688626',NULL);
INSERT INTO "web_messages" VALUES(34,1,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Thuận: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m1:withdrawn','2026-11-26 01:10:31.199016',NULL);
INSERT INTO "web_messages" VALUES(35,3,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Lan: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m3:withdrawn','2026-11-26 01:10:31.208460',NULL);
INSERT INTO "web_messages" VALUES(36,4,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Dũng: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m4:withdrawn','2026-11-26 01:10:31.210024',NULL);
INSERT INTO "web_messages" VALUES(37,5,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Khôi: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m5:withdrawn','2026-11-26 01:10:31.211292',NULL);
INSERT INTO "web_messages" VALUES(38,6,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Bình: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m6:withdrawn','2026-11-26 01:10:31.220918',NULL);
INSERT INTO "web_messages" VALUES(39,7,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Mai: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m7:withdrawn','2026-11-26 01:10:31.264702',NULL);
INSERT INTO "web_messages" VALUES(40,8,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí An: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m8:withdrawn','2026-11-26 01:10:31.266322',NULL);
INSERT INTO "web_messages" VALUES(41,9,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Sơn: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m9:withdrawn','2026-11-26 01:10:31.275092',NULL);
INSERT INTO "web_messages" VALUES(42,10,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Yến: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m10:withdrawn','2026-11-26 01:10:31.277044',NULL);
INSERT INTO "web_messages" VALUES(43,11,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Thu: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m11:withdrawn','2026-11-26 01:10:31.278366',NULL);
INSERT INTO "web_messages" VALUES(44,12,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo đồng chí Hòa: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m13:withdrawn','2026-11-26 01:10:31.286471',NULL);
INSERT INTO "web_messages" VALUES(45,13,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo chị Ngọc: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m14:withdrawn','2026-11-26 01:10:31.365390',NULL);
INSERT INTO "web_messages" VALUES(46,14,'{"blocks":[{"text":"THU HỒI VĂN BẢN","block":"bold"},{"text":"Kính báo anh Phúc: văn bản số 11-KH/ĐU “Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ” không còn hiệu lực.","block":"line"},{"text":"⛔ Đã thu hồi lúc 08:10, 26/11: Ban hành lại","block":"line"}],"protected":false}',0,'pub:1:m15:withdrawn','2026-11-26 01:10:31.367626',NULL);
CREATE TABLE "web_sessions" (
	id INTEGER NOT NULL CONSTRAINT pk_web_sessions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	address_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT fk_web_sessions_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_web_sessions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT uq_web_sessions_token_hash UNIQUE (token_hash)
);
CREATE INDEX ix_history_publication_id ON history (publication_id);
CREATE INDEX ix_history_thing_thing_id ON history (thing, thing_id);
CREATE INDEX ix_history_at ON history (at);
CREATE INDEX ix_history_member_id ON history (member_id);
CREATE INDEX ix_history_actor_id ON history (actor_id);
CREATE INDEX ix_history_unit_id ON history (unit_id);
CREATE INDEX ix_members_phone_hash ON members (phone_hash);
CREATE INDEX ix_members_unit_id ON members (unit_id);
CREATE INDEX ix_inbox_state_connection_id_conversation ON inbox (state, connection_id, conversation);
CREATE INDEX ix_addresses_member_id ON addresses (member_id);
CREATE INDEX ix_units_parent_id ON units (parent_id);
CREATE INDEX ix_study_sessions_state_starts_at ON study_sessions (state, starts_at);
CREATE INDEX ix_consents_member_id ON consents (member_id);
CREATE INDEX ix_invitees_member_id ON invitees (member_id);
CREATE INDEX ix_web_messages_address_id ON web_messages (address_id);
CREATE INDEX ix_deliveries_address_id_message_id ON deliveries (address_id, message_id);
CREATE INDEX ix_deliveries_connection_id_state_lane_rank_id ON deliveries (connection_id, state, lane, rank, id);
CREATE INDEX ix_deliveries_publication_id_member_id ON deliveries (publication_id, member_id);
CREATE INDEX ix_deliveries_session_id ON deliveries (session_id);
CREATE INDEX ix_obligations_member_id_state ON obligations (member_id, state);
CREATE INDEX ix_obligations_publication_id_state ON obligations (publication_id, state);
CREATE INDEX ix_obligations_due_at ON obligations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_questions_publication_id ON questions (publication_id);
CREATE INDEX ix_questions_state_unit_id ON questions (state, unit_id);
CREATE INDEX ix_data_requests_member_id ON data_requests (member_id);
CREATE INDEX ix_data_requests_state_due_by ON data_requests (state, due_by);
CREATE INDEX ix_exemptions_member_id ON exemptions (member_id);
CREATE INDEX ix_unit_changes_applied_at_on_date ON unit_changes (applied_at, on_date);
CREATE INDEX ix_web_codes_member_id ON web_codes (member_id);
CREATE INDEX ix_web_links_member_id ON web_links (member_id);
CREATE INDEX ix_member_moves_member_id ON member_moves (member_id);
CREATE INDEX ix_web_sessions_member_id ON web_sessions (member_id);
CREATE INDEX ix_join_requests_address_id ON join_requests (address_id);
CREATE INDEX ix_join_requests_state ON join_requests (state);
CREATE INDEX ix_digest_items_delivery_id_due_on ON digest_items (delivery_id, due_on);
CREATE INDEX ix_obligation_moves_publication_id ON obligation_moves (publication_id);
CREATE INDEX ix_role_grants_member_id ON role_grants (member_id);
CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_refuses_replace BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX ix_invitations_member_id ON invitations (member_id);
CREATE INDEX ix_drafts_state_publish_at ON drafts (state, publish_at);
CREATE INDEX ix_publications_state_due_at ON publications (state, due_at);
CREATE INDEX ix_sources_state_next_look_at ON sources (state, next_look_at);
CREATE INDEX ix_versions_number_key ON versions (number_key);
CREATE INDEX ix_items_state_next_try_at ON items (state, next_try_at);
CREATE INDEX ix_items_source_id ON items (source_id) WHERE news IS NOT NULL;
CREATE INDEX ix_task_takers_member_id ON task_takers (member_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('history',80);
INSERT INTO "sqlite_sequence" VALUES('installation',1);
INSERT INTO "sqlite_sequence" VALUES('members',15);
INSERT INTO "sqlite_sequence" VALUES('inbox',0);
INSERT INTO "sqlite_sequence" VALUES('addresses',14);
INSERT INTO "sqlite_sequence" VALUES('knock_outcomes',0);
INSERT INTO "sqlite_sequence" VALUES('units',6);
INSERT INTO "sqlite_sequence" VALUES('study_sessions',1);
INSERT INTO "sqlite_sequence" VALUES('subscriptions',0);
INSERT INTO "sqlite_sequence" VALUES('consents',56);
INSERT INTO "sqlite_sequence" VALUES('invitees',4);
INSERT INTO "sqlite_sequence" VALUES('web_messages',46);
INSERT INTO "sqlite_sequence" VALUES('deliveries',46);
INSERT INTO "sqlite_sequence" VALUES('obligations',15);
INSERT INTO "sqlite_sequence" VALUES('openings',0);
INSERT INTO "sqlite_sequence" VALUES('questions',1);
INSERT INTO "sqlite_sequence" VALUES('attempts',141);
INSERT INTO "sqlite_sequence" VALUES('files',3);
INSERT INTO "sqlite_sequence" VALUES('topic_settings',0);
INSERT INTO "sqlite_sequence" VALUES('unit_spans',6);
INSERT INTO "sqlite_sequence" VALUES('data_requests',0);
INSERT INTO "sqlite_sequence" VALUES('exemptions',0);
INSERT INTO "sqlite_sequence" VALUES('roster_imports',0);
INSERT INTO "sqlite_sequence" VALUES('unit_changes',1);
INSERT INTO "sqlite_sequence" VALUES('web_codes',1);
INSERT INTO "sqlite_sequence" VALUES('web_links',1);
INSERT INTO "sqlite_sequence" VALUES('group_invitations',0);
INSERT INTO "sqlite_sequence" VALUES('member_moves',0);
INSERT INTO "sqlite_sequence" VALUES('web_sessions',0);
INSERT INTO "sqlite_sequence" VALUES('join_requests',0);
INSERT INTO "sqlite_sequence" VALUES('digest_items',0);
INSERT INTO "sqlite_sequence" VALUES('obligation_moves',0);
INSERT INTO "sqlite_sequence" VALUES('connections',2);
INSERT INTO "sqlite_sequence" VALUES('topics',4);
INSERT INTO "sqlite_sequence" VALUES('role_grants',9);
INSERT INTO "sqlite_sequence" VALUES('invitations',0);
INSERT INTO "sqlite_sequence" VALUES('offers',66);
INSERT INTO "sqlite_sequence" VALUES('drafts',3);
INSERT INTO "sqlite_sequence" VALUES('publications',1);
INSERT INTO "sqlite_sequence" VALUES('sources',1);
INSERT INTO "sqlite_sequence" VALUES('versions',1);
INSERT INTO "sqlite_sequence" VALUES('items',0);
INSERT INTO "sqlite_sequence" VALUES('attachments',2);
INSERT INTO "sqlite_sequence" VALUES('task_takers',0);
INSERT INTO "sqlite_sequence" VALUES('quiz_passes',0);
COMMIT;
