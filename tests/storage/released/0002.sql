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
INSERT INTO "addresses" VALUES(1,1,'m1',0,1,NULL,'active',0,NULL,'2026-11-22 17:33:42.889614');
INSERT INTO "addresses" VALUES(2,1,'m2',0,2,NULL,'active',0,NULL,'2026-11-22 17:33:42.897224');
INSERT INTO "addresses" VALUES(3,1,'m3',0,3,NULL,'active',0,NULL,'2026-11-22 17:33:42.898228');
INSERT INTO "addresses" VALUES(4,1,'m4',0,4,NULL,'active',0,NULL,'2026-11-22 17:33:42.902645');
INSERT INTO "addresses" VALUES(5,1,'m5',0,5,NULL,'active',0,NULL,'2026-11-22 17:33:42.903470');
INSERT INTO "addresses" VALUES(6,1,'m6',0,6,NULL,'active',0,'telegram','2026-11-22 17:33:42.904133');
INSERT INTO "addresses" VALUES(7,1,'m7',0,7,NULL,'active',0,'zalo','2026-11-22 17:33:42.904774');
INSERT INTO "addresses" VALUES(8,1,'m8',0,8,NULL,'active',0,NULL,'2026-11-22 17:33:42.905485');
INSERT INTO "addresses" VALUES(9,1,'m9',0,9,NULL,'active',0,NULL,'2026-11-22 17:33:42.906143');
INSERT INTO "addresses" VALUES(10,1,'m10',0,10,NULL,'active',0,NULL,'2026-11-22 17:33:42.906752');
INSERT INTO "addresses" VALUES(11,1,'m11',0,11,NULL,'active',0,NULL,'2026-11-22 17:33:42.912450');
INSERT INTO "addresses" VALUES(12,1,'m13',0,13,NULL,'active',0,NULL,'2026-11-22 17:33:42.913150');
INSERT INTO "addresses" VALUES(13,1,'m14',0,14,NULL,'active',0,NULL,'2026-11-22 17:33:42.913794');
INSERT INTO "addresses" VALUES(14,1,'m15',0,15,NULL,'active',0,'zalo','2026-11-22 17:33:42.914517');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "attempts" VALUES(1,1,1,'office:1:abcdef','2026-11-22 17:33:43.162174','2026-11-22 17:33:43.372087','sent',NULL,NULL,'','1');
INSERT INTO "attempts" VALUES(2,22,1,'office:1:abcdef','2026-11-22 17:33:43.289049','2026-11-22 17:33:43.392133','sent',NULL,NULL,'','2');
INSERT INTO "attempts" VALUES(3,2,1,'office:1:abcdef','2026-11-22 17:33:43.289049','2026-11-22 17:33:43.398633','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(4,4,1,'office:1:abcdef','2026-11-22 17:33:43.289049','2026-11-22 17:33:43.405187','sent',NULL,NULL,'','4');
INSERT INTO "attempts" VALUES(5,3,1,'office:1:abcdef','2026-11-22 17:33:43.322011','2026-11-22 17:33:43.410974','sent',NULL,NULL,'','5');
INSERT INTO "attempts" VALUES(6,5,1,'office:1:abcdef','2026-11-22 17:33:43.322011','2026-11-22 17:33:43.417759','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(7,6,1,'office:1:abcdef','2026-11-22 17:33:43.422196','2026-11-22 17:33:43.536933','sent',NULL,NULL,'','7');
INSERT INTO "attempts" VALUES(8,7,1,'office:1:abcdef','2026-11-22 17:33:43.422196','2026-11-22 17:33:43.543438','sent',NULL,NULL,'','8');
INSERT INTO "attempts" VALUES(9,8,1,'office:1:abcdef','2026-11-22 17:33:43.452987','2026-11-22 17:33:43.570357','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(10,9,1,'office:1:abcdef','2026-11-22 17:33:43.452987','2026-11-22 17:33:43.572944','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(11,10,1,'office:1:abcdef','2026-11-22 17:33:43.452987','2026-11-22 17:33:43.576079','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(12,11,1,'office:1:abcdef','2026-11-22 17:33:43.500646','2026-11-22 17:33:43.580276','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(13,12,1,'office:1:abcdef','2026-11-22 17:33:43.584267','2026-11-22 17:33:43.701934','sent',NULL,NULL,'','13');
INSERT INTO "attempts" VALUES(14,13,1,'office:1:abcdef','2026-11-22 17:33:43.584267','2026-11-22 17:33:43.706934','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(15,14,1,'office:1:abcdef','2026-11-22 17:33:43.584267','2026-11-22 17:33:43.713827','sent',NULL,NULL,'','15');
INSERT INTO "attempts" VALUES(16,15,1,'office:1:abcdef','2026-11-22 17:33:43.607916','2026-11-22 17:33:43.722013','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(17,16,1,'office:1:abcdef','2026-11-22 17:33:43.607916','2026-11-22 17:33:43.731217','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(18,17,1,'office:1:abcdef','2026-11-22 17:33:43.607916','2026-11-22 17:33:43.739666','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(19,15,2,'office:1:abcdef','2026-11-22 17:33:43.742006','2026-11-22 17:33:43.915446','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(20,16,2,'office:1:abcdef','2026-11-22 17:33:43.776065','2026-11-22 17:33:43.930300','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(21,17,2,'office:1:abcdef','2026-11-22 17:33:43.776065','2026-11-22 17:33:43.937356','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(22,18,1,'office:1:abcdef','2026-11-22 17:33:43.776065','2026-11-22 17:33:43.940022','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(23,19,1,'office:1:abcdef','2026-11-22 17:33:43.861429','2026-11-22 17:33:43.943829','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(24,20,1,'office:1:abcdef','2026-11-22 17:33:43.861429','2026-11-22 17:33:43.955391','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(25,15,3,'office:1:abcdef','2026-11-22 17:33:43.973660','2026-11-22 17:33:43.986380','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(26,16,3,'office:1:abcdef','2026-11-22 17:33:43.973660','2026-11-22 17:33:44.001447','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(27,17,3,'office:1:abcdef','2026-11-22 17:33:44.007027','2026-11-22 17:33:44.033264','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(28,18,2,'office:1:abcdef','2026-11-22 17:33:44.007027','2026-11-22 17:33:44.045354','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(29,19,2,'office:1:abcdef','2026-11-22 17:33:44.007027','2026-11-22 17:33:44.067967','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(30,20,2,'office:1:abcdef','2026-11-22 17:33:44.070214','2026-11-22 17:33:44.091703','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(31,21,1,'office:1:abcdef','2026-11-22 17:33:44.070214','2026-11-22 17:33:44.121456','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(32,21,2,'office:1:abcdef','2026-11-22 17:33:44.125624','2026-11-22 17:33:44.144305','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(33,2,2,'office:1:abcdef','2026-11-22 17:33:44.259831','2026-11-22 17:33:44.447970','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(34,16,4,'office:1:abcdef','2026-11-22 17:33:44.259831','2026-11-22 17:33:44.456456','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(35,17,4,'office:1:abcdef','2026-11-22 17:33:44.259831','2026-11-22 17:33:44.458426','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(36,5,2,'office:1:abcdef','2026-11-22 17:33:44.317215','2026-11-22 17:33:44.498379','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(37,15,4,'office:1:abcdef','2026-11-22 17:33:44.317215','2026-11-22 17:33:44.500747','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(38,19,3,'office:1:abcdef','2026-11-22 17:33:44.317215','2026-11-22 17:33:44.357661','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(39,8,2,'office:1:abcdef','2026-11-22 17:33:44.402900','2026-11-22 17:33:44.579583','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(40,2,3,'office:1:abcdef','2026-11-22 17:33:44.510966','2026-11-22 17:33:44.550041','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(41,5,3,'office:1:abcdef','2026-11-22 17:33:44.510966','2026-11-22 17:33:44.553279','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(42,9,2,'office:1:abcdef','2026-11-22 17:33:44.510966','2026-11-22 17:33:44.789059','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(43,8,3,'office:1:abcdef','2026-11-22 17:33:44.662002','2026-11-22 17:33:44.674305','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(44,10,2,'office:1:abcdef','2026-11-22 17:33:44.662002','2026-11-22 17:33:44.816619','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(45,13,2,'office:1:abcdef','2026-11-22 17:33:44.662002','2026-11-22 17:33:44.821882','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(46,15,5,'office:1:abcdef','2026-11-22 17:33:44.756790','2026-11-22 17:33:44.829802','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(47,16,5,'office:1:abcdef','2026-11-22 17:33:44.756790','2026-11-22 17:33:44.834134','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(48,17,5,'office:1:abcdef','2026-11-22 17:33:44.756790','2026-11-22 17:33:44.839551','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(49,9,3,'office:1:abcdef','2026-11-22 17:33:44.843146','2026-11-22 17:33:44.852972','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(50,10,3,'office:1:abcdef','2026-11-22 17:33:44.843146','2026-11-22 17:33:44.860661','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(51,13,3,'office:1:abcdef','2026-11-22 17:33:44.868439','2026-11-22 17:33:44.913435','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(52,15,6,'office:1:abcdef','2026-11-22 17:33:44.868439','2026-11-22 17:33:44.936150','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(53,16,6,'office:1:abcdef','2026-11-22 17:33:44.868439','2026-11-22 17:33:44.971435','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(54,17,6,'office:1:abcdef','2026-11-22 17:33:44.975286','2026-11-22 17:33:45.007613','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(55,18,3,'office:1:abcdef','2026-11-22 17:33:44.975286','2026-11-22 17:33:45.175462','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(56,19,4,'office:1:abcdef','2026-11-22 17:33:44.975286','2026-11-22 17:33:45.181291','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(57,20,3,'office:1:abcdef','2026-11-22 17:33:45.048982','2026-11-22 17:33:45.187574','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(58,21,3,'office:1:abcdef','2026-11-22 17:33:45.048982','2026-11-22 17:33:45.189402','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(59,18,4,'office:1:abcdef','2026-11-22 17:33:45.190904','2026-11-22 17:33:45.266692','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(60,19,5,'office:1:abcdef','2026-11-22 17:33:45.190904','2026-11-22 17:33:45.281640','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(61,20,4,'office:1:abcdef','2026-11-22 17:33:45.190904','2026-11-22 17:33:45.293865','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(62,21,4,'office:1:abcdef','2026-11-22 17:33:45.360367','2026-11-22 17:33:45.410975','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(63,11,2,'office:1:abcdef','2026-11-22 17:33:45.493373','2026-11-22 17:33:45.759455','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(64,23,1,'office:1:abcdef','2026-11-22 17:33:45.493373','2026-11-22 17:33:45.763392','sent',NULL,NULL,'','23');
INSERT INTO "attempts" VALUES(65,24,1,'office:1:abcdef','2026-11-22 17:33:45.493373','2026-11-22 17:33:45.783832','sent',NULL,NULL,'','24');
INSERT INTO "attempts" VALUES(66,15,7,'office:1:abcdef','2026-11-22 17:33:45.535767','2026-11-22 17:33:45.795504','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(67,16,7,'office:1:abcdef','2026-11-22 17:33:45.535767','2026-11-22 17:33:45.807040','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(68,17,7,'office:1:abcdef','2026-11-22 17:33:45.535767','2026-11-22 17:33:45.809318','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(69,11,3,'office:1:abcdef','2026-11-22 17:33:45.811679','2026-11-22 17:33:45.822134','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(70,15,8,'office:1:abcdef','2026-11-22 17:33:45.831249','2026-11-22 17:33:45.896276','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(71,16,8,'office:1:abcdef','2026-11-22 17:33:45.831249','2026-11-22 17:33:45.903798','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(72,17,8,'office:1:abcdef','2026-11-22 17:33:45.831249','2026-11-22 17:33:45.910313','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(73,18,5,'office:1:abcdef','2026-11-22 17:33:45.913435','2026-11-22 17:33:45.944853','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(74,19,6,'office:1:abcdef','2026-11-22 17:33:45.913435','2026-11-22 17:33:46.062880','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(75,20,5,'office:1:abcdef','2026-11-22 17:33:45.913435','2026-11-22 17:33:46.071176','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(76,21,5,'office:1:abcdef','2026-11-22 17:33:45.968182','2026-11-22 17:33:45.992849','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(77,19,7,'office:1:abcdef','2026-11-22 17:33:46.087144','2026-11-22 17:33:46.112607','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(78,20,6,'office:1:abcdef','2026-11-22 17:33:46.087144','2026-11-22 17:33:46.128051','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(79,25,1,'office:1:abcdef','2026-11-22 17:33:46.423562','2026-11-22 17:33:46.477641','sent',NULL,NULL,'','25');
INSERT INTO "attempts" VALUES(80,26,1,'office:1:abcdef','2026-11-22 17:33:46.423562','2026-11-22 17:33:46.481035','sent',NULL,NULL,'','26');
INSERT INTO "attempts" VALUES(81,27,1,'office:1:abcdef','2026-11-22 17:33:46.423562','2026-11-22 17:33:46.482708','sent',NULL,NULL,'','27');
INSERT INTO "attempts" VALUES(82,28,1,'office:1:abcdef','2026-11-22 17:33:46.444974','2026-11-22 17:33:46.490431','sent',NULL,NULL,'','28');
INSERT INTO "attempts" VALUES(83,29,1,'office:1:abcdef','2026-11-22 17:33:46.620062','2026-11-22 17:33:46.679163','sent',NULL,NULL,'','29');
INSERT INTO "attempts" VALUES(84,30,1,'office:1:abcdef','2026-11-22 17:33:46.620062','2026-11-22 17:33:46.683475','sent',NULL,NULL,'','30');
INSERT INTO "attempts" VALUES(85,31,1,'office:1:abcdef','2026-11-22 17:33:46.620062','2026-11-22 17:33:46.686647','sent',NULL,NULL,'','31');
CREATE TABLE "connections" (
	id INTEGER NOT NULL CONSTRAINT pk_connections PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	poll_offset BIGINT, 
	stopped_reason TEXT NOT NULL, 
	account TEXT NOT NULL, 
	CONSTRAINT uq_connections_name UNIQUE (name)
);
INSERT INTO "connections" VALUES(1,'web','web',NULL,'','web');
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
INSERT INTO "consents" VALUES(1,1,'notices','2026-11-3-party',1,'2026-11-22 17:33:42.889614',NULL);
INSERT INTO "consents" VALUES(2,1,'acknowledgement','2026-11-3-party',1,'2026-11-22 17:33:42.889614',NULL);
INSERT INTO "consents" VALUES(3,1,'reminders','2026-11-3-party',1,'2026-11-22 17:33:42.889614',NULL);
INSERT INTO "consents" VALUES(4,1,'statistics','2026-11-3-party',1,'2026-11-22 17:33:42.889614',NULL);
INSERT INTO "consents" VALUES(5,2,'notices','2026-11-3-party',2,'2026-11-22 17:33:42.897224',NULL);
INSERT INTO "consents" VALUES(6,2,'acknowledgement','2026-11-3-party',2,'2026-11-22 17:33:42.897224',NULL);
INSERT INTO "consents" VALUES(7,2,'reminders','2026-11-3-party',2,'2026-11-22 17:33:42.897224',NULL);
INSERT INTO "consents" VALUES(8,2,'statistics','2026-11-3-party',2,'2026-11-22 17:33:42.897224',NULL);
INSERT INTO "consents" VALUES(9,3,'notices','2026-11-3-party',3,'2026-11-22 17:33:42.898228',NULL);
INSERT INTO "consents" VALUES(10,3,'acknowledgement','2026-11-3-party',3,'2026-11-22 17:33:42.898228',NULL);
INSERT INTO "consents" VALUES(11,3,'reminders','2026-11-3-party',3,'2026-11-22 17:33:42.898228',NULL);
INSERT INTO "consents" VALUES(12,3,'statistics','2026-11-3-party',3,'2026-11-22 17:33:42.898228',NULL);
INSERT INTO "consents" VALUES(13,4,'notices','2026-11-3-party',4,'2026-11-22 17:33:42.902645',NULL);
INSERT INTO "consents" VALUES(14,4,'acknowledgement','2026-11-3-party',4,'2026-11-22 17:33:42.902645',NULL);
INSERT INTO "consents" VALUES(15,4,'reminders','2026-11-3-party',4,'2026-11-22 17:33:42.902645',NULL);
INSERT INTO "consents" VALUES(16,4,'statistics','2026-11-3-party',4,'2026-11-22 17:33:42.902645',NULL);
INSERT INTO "consents" VALUES(17,5,'notices','2026-11-3-party',5,'2026-11-22 17:33:42.903470',NULL);
INSERT INTO "consents" VALUES(18,5,'acknowledgement','2026-11-3-party',5,'2026-11-22 17:33:42.903470',NULL);
INSERT INTO "consents" VALUES(19,5,'reminders','2026-11-3-party',5,'2026-11-22 17:33:42.903470',NULL);
INSERT INTO "consents" VALUES(20,5,'statistics','2026-11-3-party',5,'2026-11-22 17:33:42.903470',NULL);
INSERT INTO "consents" VALUES(21,6,'notices','2026-11-3-party',6,'2026-11-22 17:33:42.904133',NULL);
INSERT INTO "consents" VALUES(22,6,'acknowledgement','2026-11-3-party',6,'2026-11-22 17:33:42.904133',NULL);
INSERT INTO "consents" VALUES(23,6,'reminders','2026-11-3-party',6,'2026-11-22 17:33:42.904133',NULL);
INSERT INTO "consents" VALUES(24,6,'statistics','2026-11-3-party',6,'2026-11-22 17:33:42.904133',NULL);
INSERT INTO "consents" VALUES(25,7,'notices','2026-11-3-party',7,'2026-11-22 17:33:42.904774',NULL);
INSERT INTO "consents" VALUES(26,7,'acknowledgement','2026-11-3-party',7,'2026-11-22 17:33:42.904774',NULL);
INSERT INTO "consents" VALUES(27,7,'reminders','2026-11-3-party',7,'2026-11-22 17:33:42.904774',NULL);
INSERT INTO "consents" VALUES(28,7,'statistics','2026-11-3-party',7,'2026-11-22 17:33:42.904774',NULL);
INSERT INTO "consents" VALUES(29,8,'notices','2026-11-3-party',8,'2026-11-22 17:33:42.905485',NULL);
INSERT INTO "consents" VALUES(30,8,'acknowledgement','2026-11-3-party',8,'2026-11-22 17:33:42.905485',NULL);
INSERT INTO "consents" VALUES(31,8,'reminders','2026-11-3-party',8,'2026-11-22 17:33:42.905485',NULL);
INSERT INTO "consents" VALUES(32,8,'statistics','2026-11-3-party',8,'2026-11-22 17:33:42.905485',NULL);
INSERT INTO "consents" VALUES(33,9,'notices','2026-11-3-party',9,'2026-11-22 17:33:42.906143',NULL);
INSERT INTO "consents" VALUES(34,9,'acknowledgement','2026-11-3-party',9,'2026-11-22 17:33:42.906143',NULL);
INSERT INTO "consents" VALUES(35,9,'reminders','2026-11-3-party',9,'2026-11-22 17:33:42.906143',NULL);
INSERT INTO "consents" VALUES(36,9,'statistics','2026-11-3-party',9,'2026-11-22 17:33:42.906143',NULL);
INSERT INTO "consents" VALUES(37,10,'notices','2026-11-3-party',10,'2026-11-22 17:33:42.906752',NULL);
INSERT INTO "consents" VALUES(38,10,'acknowledgement','2026-11-3-party',10,'2026-11-22 17:33:42.906752',NULL);
INSERT INTO "consents" VALUES(39,10,'reminders','2026-11-3-party',10,'2026-11-22 17:33:42.906752',NULL);
INSERT INTO "consents" VALUES(40,10,'statistics','2026-11-3-party',10,'2026-11-22 17:33:42.906752',NULL);
INSERT INTO "consents" VALUES(41,11,'notices','2026-11-3-party',11,'2026-11-22 17:33:42.912450',NULL);
INSERT INTO "consents" VALUES(42,11,'acknowledgement','2026-11-3-party',11,'2026-11-22 17:33:42.912450',NULL);
INSERT INTO "consents" VALUES(43,11,'reminders','2026-11-3-party',11,'2026-11-22 17:33:42.912450',NULL);
INSERT INTO "consents" VALUES(44,11,'statistics','2026-11-3-party',11,'2026-11-22 17:33:42.912450',NULL);
INSERT INTO "consents" VALUES(45,13,'notices','2026-11-3-party',12,'2026-11-22 17:33:42.913150',NULL);
INSERT INTO "consents" VALUES(46,13,'acknowledgement','2026-11-3-party',12,'2026-11-22 17:33:42.913150',NULL);
INSERT INTO "consents" VALUES(47,13,'reminders','2026-11-3-party',12,'2026-11-22 17:33:42.913150',NULL);
INSERT INTO "consents" VALUES(48,13,'statistics','2026-11-3-party',12,'2026-11-22 17:33:42.913150',NULL);
INSERT INTO "consents" VALUES(49,14,'notices','2026-11-3-general',13,'2026-11-22 17:33:42.913794',NULL);
INSERT INTO "consents" VALUES(50,14,'acknowledgement','2026-11-3-general',13,'2026-11-22 17:33:42.913794',NULL);
INSERT INTO "consents" VALUES(51,14,'reminders','2026-11-3-general',13,'2026-11-22 17:33:42.913794',NULL);
INSERT INTO "consents" VALUES(52,14,'statistics','2026-11-3-general',13,'2026-11-22 17:33:42.913794',NULL);
INSERT INTO "consents" VALUES(53,15,'notices','2026-11-3-general',14,'2026-11-22 17:33:42.914517',NULL);
INSERT INTO "consents" VALUES(54,15,'acknowledgement','2026-11-3-general',14,'2026-11-22 17:33:42.914517',NULL);
INSERT INTO "consents" VALUES(55,15,'reminders','2026-11-3-general',14,'2026-11-22 17:33:42.914517',NULL);
INSERT INTO "consents" VALUES(56,15,'statistics','2026-11-3-general',14,'2026-11-22 17:33:42.914517',NULL);
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
INSERT INTO "deliveries" VALUES(1,'draft:1:r5:m2:approval',1,2,2,'approval',1,NULL,NULL,5,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.141598',NULL,1,0,0,NULL,NULL,'1','0a320b28434c1c4b','2026-11-22 17:33:43.141598','2026-11-22 17:33:43.372087');
INSERT INTO "deliveries" VALUES(2,'pub:1:v1:m1:card',1,1,1,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.447970',NULL,3,0,0,NULL,NULL,'3','a80688d2c978c426','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.550041');
INSERT INTO "deliveries" VALUES(3,'pub:1:v1:m3:card',1,3,3,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'5','116db755b65dbc10','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.410974');
INSERT INTO "deliveries" VALUES(4,'pub:1:v1:m4:card',1,4,4,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'4','74423a8643e57467','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.405187');
INSERT INTO "deliveries" VALUES(5,'pub:1:v1:m5:card',1,5,5,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.498379',NULL,3,0,0,NULL,NULL,'6','e55777254b524045','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.553279');
INSERT INTO "deliveries" VALUES(6,'pub:1:v1:m6:card',1,6,6,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'7','d77740f3051af872','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.536933');
INSERT INTO "deliveries" VALUES(7,'pub:1:v1:m7:card',1,7,7,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'8','455dc5f729df61ce','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.543438');
INSERT INTO "deliveries" VALUES(8,'pub:1:v1:m8:card',1,8,8,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.579583',NULL,3,0,0,NULL,NULL,'9','96735cc722d8b9db','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.674305');
INSERT INTO "deliveries" VALUES(9,'pub:1:v1:m9:card',1,9,9,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.789059',NULL,3,0,0,NULL,NULL,'10','f364b06926b2960b','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.852972');
INSERT INTO "deliveries" VALUES(10,'pub:1:v1:m10:card',1,10,10,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.816619',NULL,3,0,0,NULL,NULL,'11','e7dd9d0bad53e01e','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.860661');
INSERT INTO "deliveries" VALUES(11,'pub:1:v1:m11:card',1,11,11,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.759455',NULL,3,0,0,NULL,NULL,'12','b75f72c92fa4d80e','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.822134');
INSERT INTO "deliveries" VALUES(12,'pub:1:v1:m13:card',1,12,13,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'13','0c40727b93028c74','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.701934');
INSERT INTO "deliveries" VALUES(13,'pub:1:v1:m14:card',1,13,14,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:44.821882',NULL,3,0,0,NULL,NULL,'14','941f3c49f1cb9248','2026-11-22 17:33:43.235503','2026-11-22 17:33:44.913435');
INSERT INTO "deliveries" VALUES(14,'pub:1:v1:m15:card',1,14,15,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.235503',NULL,1,0,0,NULL,NULL,'15','c6ddaa32b31937cf','2026-11-22 17:33:43.235503','2026-11-22 17:33:43.713827');
INSERT INTO "deliveries" VALUES(15,'pub:1:m1:progress',1,1,1,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.795504',NULL,8,0,0,NULL,NULL,'16','b3d9c99de1f19cd7','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.896276');
INSERT INTO "deliveries" VALUES(16,'pub:1:m2:progress',1,2,2,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.807040',NULL,8,0,0,NULL,NULL,'17','b3d9c99de1f19cd7','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.903798');
INSERT INTO "deliveries" VALUES(17,'pub:1:m3:progress',1,3,3,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.809318',NULL,8,0,0,NULL,NULL,'18','b3d9c99de1f19cd7','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.910313');
INSERT INTO "deliveries" VALUES(18,'pub:1:m5:progress',1,5,5,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.471170',NULL,5,0,0,NULL,NULL,'19','fce4fdbaedb7bf5c','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.944853');
INSERT INTO "deliveries" VALUES(19,'pub:1:m9:progress',1,9,9,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.062880',NULL,7,0,0,NULL,NULL,'20','7199032a93848bcb','2026-11-22 17:33:43.235503','2026-11-22 17:33:46.112607');
INSERT INTO "deliveries" VALUES(20,'pub:1:m10:progress',1,10,10,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.071176',NULL,6,0,0,NULL,NULL,'21','7199032a93848bcb','2026-11-22 17:33:43.235503','2026-11-22 17:33:46.128051');
INSERT INTO "deliveries" VALUES(21,'pub:1:m13:progress',1,12,13,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.471170',NULL,5,0,0,NULL,NULL,'22','a592bd3f83ef286d','2026-11-22 17:33:43.235503','2026-11-22 17:33:45.992849');
INSERT INTO "deliveries" VALUES(22,'draft:1:r6:news',1,3,3,'draft_news',1,NULL,NULL,6,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:43.260712',NULL,1,0,0,NULL,NULL,'2','275288c7283514ae','2026-11-22 17:33:43.260712','2026-11-22 17:33:43.392133');
INSERT INTO "deliveries" VALUES(23,'question:1:m9',1,9,9,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.474708',NULL,1,0,0,NULL,NULL,'23','2bf26c5191d46a12','2026-11-22 17:33:45.474708','2026-11-22 17:33:45.763392');
INSERT INTO "deliveries" VALUES(24,'question:1:m10',1,10,10,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:45.475803',NULL,1,0,0,NULL,NULL,'24','2bf26c5191d46a12','2026-11-22 17:33:45.475803','2026-11-22 17:33:45.783832');
INSERT INTO "deliveries" VALUES(25,'study:1:r5:m8:invite',1,8,8,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.402633','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'25','62358adf0c5f98d5','2026-11-22 17:33:46.402633','2026-11-22 17:33:46.477641');
INSERT INTO "deliveries" VALUES(26,'study:1:r5:m6:invite',1,6,6,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.404070','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'26','ee20bc623be5c6ef','2026-11-22 17:33:46.404070','2026-11-22 17:33:46.481035');
INSERT INTO "deliveries" VALUES(27,'study:1:r5:m5:invite',1,5,5,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.405124','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'27','b399f86b992dfda8','2026-11-22 17:33:46.405124','2026-11-22 17:33:46.482708');
INSERT INTO "deliveries" VALUES(28,'study:1:r5:m7:invite',1,7,7,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.406079','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'28','0c0e03e33d84f0e0','2026-11-22 17:33:46.406079','2026-11-22 17:33:46.490431');
INSERT INTO "deliveries" VALUES(29,'study:1:r5:m6:d-1',1,6,6,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.593690','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'29','a568c91732dd0002','2026-11-22 17:33:46.593690','2026-11-22 17:33:46.679163');
INSERT INTO "deliveries" VALUES(30,'study:1:r5:m5:d-1',1,5,5,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.599227','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'30','14acd7accd6ddb52','2026-11-22 17:33:46.599227','2026-11-22 17:33:46.683475');
INSERT INTO "deliveries" VALUES(31,'study:1:r5:m7:d-1',1,7,7,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 17:33:46.600273','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'31','2efd8aebb5517435','2026-11-22 17:33:46.600273','2026-11-22 17:33:46.686647');
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
	CONSTRAINT fk_drafts_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_drafts_created_by FOREIGN KEY(created_by) REFERENCES members (id)
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

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000',NULL,'[]',3,'2026-11-25 01:00:01.027215','2026-11-25 01:00:01.132951',2,'2026-11-25 01:00:01.227935','');
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
INSERT INTO "files" VALUES(1,'8b6f19d42f6725d2beebf309d78819ca9bd3d5d68941cde161c3e01e8542fab3','image/png',540,X'89504E470D0A1A0A0000000D4948445200000168000001680100000000529E5C78000001E34944415478DAED5BD16A03310C13FBFF7FF62839D9F2D81E0A0A74A06C2DD9C54F3AA3484A867A6720D5A94E75AA53FD49D538E335394FCEFCACCD6AD517DE19A9FE65CC2BC2F9806F0CE72F590DDE2EBC5F93D7F7F965D3B3E1CF6AF0B6E3CDE6E6D7C13F785FEBEFE1EFB3844A7FDFE36F015FF6CCF0B71DEF67FAC74FF48919EF16879428402D2AE708823EFE067A8B7C1804CDEA7C2D41D0C427CADBADB9076C6AF22068E293F1974B99800628FC6DC51BC2DD647094E21E7DE2EEEF075E3E7C9E80B3E0EDF63B35ECC1FE16F91DBCADFA5BB81BC08AA918AD046F677F972815F4063A6961F489550FB2834521322CC43C0E82363FCF2DB2D9855BA8C486C1DBC7DFBD4FF6B983BE8AF0B7577F778ED2542EFC8DE48376BF83D2A464999FE42777F4A0C484EBF041544A1074F9CB6DE1C7C443CD67F076F2493575D7769BDC4483B773BFA44869F2982485F22478FBFC0E9620C4363EF197663F5F1D0F923EB062F1F84B737E5298CB5490401CEB965C1074F5773B1C31F42BB80ADE4E3DD8E7F34C66E72244854F6EE455125975FE0DE8A171F036F349412ECA02EBAA55F0F6EE9772322FA9C94FDA098217F0C64815F13FE9EF0B782F4BAF6633FC7D83BF75AB6CDF23F75082B7579F40CE163AA5EAA5E0EDD6DFF91FB254A73AD5A9FE37D5DF2F0800DBC757786A0000000049454E44AE426082','2026-11-26 01:10:41.476412','2026-11-27 01:10:41.476412');
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
INSERT INTO "history" VALUES(1,'2026-11-22 17:33:42.876557',NULL,NULL,'command_line','member',1,NULL,1,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(2,'2026-11-22 17:33:42.877863',NULL,NULL,'command_line','role_grant',1,NULL,1,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(3,'2026-11-22 17:33:42.878324',NULL,NULL,'command_line','member',2,NULL,2,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(4,'2026-11-22 17:33:42.878563',NULL,NULL,'command_line','role_grant',2,NULL,2,1,'','granted',NULL,'approver',NULL);
INSERT INTO "history" VALUES(5,'2026-11-22 17:33:42.879986',NULL,NULL,'command_line','role_grant',3,NULL,2,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(6,'2026-11-22 17:33:42.882934',NULL,NULL,'command_line','member',3,NULL,3,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(7,'2026-11-22 17:33:42.883234',NULL,NULL,'command_line','role_grant',4,NULL,3,1,'','granted',NULL,'clerk',NULL);
INSERT INTO "history" VALUES(8,'2026-11-22 17:33:42.883618',NULL,NULL,'command_line','member',4,NULL,4,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(9,'2026-11-22 17:33:42.883857',NULL,NULL,'command_line','role_grant',5,NULL,4,1,'','granted',NULL,'admin',NULL);
INSERT INTO "history" VALUES(10,'2026-11-22 17:33:42.884187',NULL,NULL,'command_line','member',5,NULL,5,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(11,'2026-11-22 17:33:42.884413',NULL,NULL,'command_line','role_grant',6,NULL,5,3,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(12,'2026-11-22 17:33:42.884731',NULL,NULL,'command_line','member',6,NULL,6,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(13,'2026-11-22 17:33:42.885032',NULL,NULL,'command_line','member',7,NULL,7,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(14,'2026-11-22 17:33:42.885405',NULL,NULL,'command_line','member',8,NULL,8,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(15,'2026-11-22 17:33:42.885717',NULL,NULL,'command_line','member',9,NULL,9,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(16,'2026-11-22 17:33:42.885922',NULL,NULL,'command_line','role_grant',7,NULL,9,4,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(17,'2026-11-22 17:33:42.886229',NULL,NULL,'command_line','member',10,NULL,10,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(18,'2026-11-22 17:33:42.886436',NULL,NULL,'command_line','role_grant',8,NULL,10,4,'','granted',NULL,'deputy_secretary',NULL);
INSERT INTO "history" VALUES(19,'2026-11-22 17:33:42.886738',NULL,NULL,'command_line','member',11,NULL,11,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(20,'2026-11-22 17:33:42.888302',NULL,NULL,'command_line','member',12,NULL,12,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(21,'2026-11-22 17:33:42.888649',NULL,NULL,'command_line','member',13,NULL,13,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(22,'2026-11-22 17:33:42.888875',NULL,NULL,'command_line','role_grant',9,NULL,13,5,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(23,'2026-11-22 17:33:42.889231',NULL,NULL,'command_line','member',14,NULL,14,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(24,'2026-11-22 17:33:42.889543',NULL,NULL,'command_line','member',15,NULL,15,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(25,'2026-11-25 01:00:01.029359',3,NULL,'web','draft',1,NULL,NULL,NULL,'','open',1,'begun',NULL);
INSERT INTO "history" VALUES(26,'2026-11-25 01:00:01.046891',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',2,'audience',NULL);
INSERT INTO "history" VALUES(27,'2026-11-25 01:00:01.069258',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',3,'to_do',NULL);
INSERT INTO "history" VALUES(28,'2026-11-25 01:00:01.085669',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',4,'scope',NULL);
INSERT INTO "history" VALUES(29,'2026-11-25 01:00:01.133541',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','submitted',5,'submitted',NULL);
INSERT INTO "history" VALUES(30,'2026-11-25 01:00:01.228638',2,NULL,'web','draft',1,NULL,NULL,NULL,'submitted','published',6,'published',NULL);
INSERT INTO "history" VALUES(31,'2026-11-25 01:00:01.234635',2,NULL,'web','publication',1,1,NULL,NULL,'','in_force',1,'',NULL);
INSERT INTO "history" VALUES(32,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',1,1,1,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(33,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',2,1,2,2,'','exempt',1,'published',NULL);
INSERT INTO "history" VALUES(34,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',3,1,3,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(35,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',4,1,4,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(36,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',5,1,5,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(37,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',6,1,6,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(38,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',7,1,7,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(39,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',8,1,8,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(40,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',9,1,9,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(41,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',10,1,10,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(42,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',11,1,11,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(43,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',12,1,12,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(44,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',13,1,13,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(45,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',14,1,14,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(46,'2026-11-25 01:00:01.244103',2,NULL,'web','obligation',15,1,15,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(47,'2026-11-25 01:40:00.221780',1,NULL,'web','obligation',1,1,1,2,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(48,'2026-11-25 01:40:00.308747',5,NULL,'web','obligation',5,1,5,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(49,'2026-11-25 01:40:00.376998',8,NULL,'web','obligation',8,1,8,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(50,'2026-11-25 01:40:00.468596',9,NULL,'web','obligation',9,1,9,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(51,'2026-11-25 01:40:00.506150',10,NULL,'web','obligation',10,1,10,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(52,'2026-11-25 01:40:00.597144',14,NULL,'web','obligation',14,1,14,5,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(53,'2026-11-25 02:30:00.466374',11,NULL,'web','question',1,1,11,4,'','waiting',NULL,'',NULL);
INSERT INTO "history" VALUES(54,'2026-11-25 02:30:00.467166',11,NULL,'web','obligation',11,1,11,4,'expected','question',1,'',NULL);
INSERT INTO "history" VALUES(55,'2026-11-25 07:00:00.189738',NULL,NULL,'clock','coverage_day',739945,NULL,NULL,NULL,'','told',NULL,'',NULL);
INSERT INTO "history" VALUES(56,'2026-11-25 07:00:00.255603',5,NULL,'web','study_session',1,NULL,NULL,3,'','planned',1,'',NULL);
INSERT INTO "history" VALUES(57,'2026-11-25 07:00:00.396163',5,NULL,'web','study_session',1,NULL,NULL,3,'planned','announced',5,'',NULL);
INSERT INTO "history" VALUES(58,'2026-11-25 07:00:00.521708',6,NULL,'web','invitee',1,NULL,6,3,'none','yes',5,'',NULL);
INSERT INTO "history" VALUES(59,'2026-11-25 07:00:00.544914',8,NULL,'web','invitee',1,NULL,8,3,'none','no',5,'',NULL);
INSERT INTO "history" VALUES(60,'2026-11-26 01:10:10.883229',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'','open',NULL,'1',NULL);
INSERT INTO "history" VALUES(61,'2026-11-26 01:10:18.154038',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'open','renamed',NULL,'2',NULL);
INSERT INTO "history" VALUES(62,'2026-11-26 01:10:25.677100',NULL,NULL,'command_line','member',16,NULL,16,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(63,'2026-11-26 01:10:25.687353',NULL,NULL,'command_line','invitee',1,NULL,16,3,'','invited',5,'',NULL);
INSERT INTO "history" VALUES(64,'2026-11-26 01:10:25.697216',NULL,NULL,'command_line','obligation',16,1,16,3,'','expected',1,'joined_later',NULL);
INSERT INTO "history" VALUES(65,'2026-11-26 01:10:25.732891',NULL,NULL,'command_line','invitation',1,NULL,16,3,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(66,'2026-11-26 01:10:32.951546',NULL,NULL,'command_line','role_grant',10,NULL,16,1,'','granted',NULL,'auditor',NULL);
INSERT INTO "history" VALUES(67,'2026-11-26 01:10:41.480602',NULL,NULL,'command_line','web_link',1,NULL,12,4,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(68,'2026-11-26 01:10:41.481517',NULL,NULL,'command_line','web_code',1,NULL,12,4,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(69,'2026-11-26 01:10:58.038369',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'open','merged',NULL,'3',NULL);
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
INSERT INTO "installation" VALUES(1,'Văn phòng Đảng ủy',286574,1,'2026-11-22 17:33:42.854925','2026-11-26');
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
	CONSTRAINT fk_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_invitations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT uq_invitations_code_hash UNIQUE (code_hash)
);
INSERT INTO "invitations" VALUES(1,'042ac877b0447646f21822139d31019dd93886d7ac1f9fbe54b2f7d217949b90',16,NULL,'2026-11-26 01:10:25.731263','2026-12-10 01:10:25.731263',NULL,NULL,NULL);
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
INSERT INTO "invitees" VALUES(1,1,8,3,'no',5,'','2026-11-25 07:00:00.544689');
INSERT INTO "invitees" VALUES(2,1,6,3,'yes',5,'','2026-11-25 07:00:00.521098');
INSERT INTO "invitees" VALUES(3,1,5,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(4,1,7,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(5,1,16,3,'none',0,'',NULL);
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
INSERT INTO "members" VALUES(1,'Hà Văn Thuận','45314622370053120001482137000','comrade','official','Bí thư Đảng ủy',2,'2026-11-22 17:33:42.870136',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(2,'Lê Thu Minh','363237310003528000453146000','comrade','official','Phó Bí thư Thường trực Đảng ủy',2,'2026-11-22 17:33:42.877999',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(3,'Trần Thị Lan','35203700045432237001453132005','comrade','official','Văn thư',2,'2026-11-22 17:33:42.881331',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(4,'Phạm Quốc Dũng','254637300034131203600542463924004','comrade','official','Chánh Văn phòng',2,'2026-11-22 17:33:42.883345',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(5,'Vũ Đình Khôi','34313932000484600326323731001','comrade','official','Bí thư Chi bộ 1',3,'2026-11-22 17:33:42.883949',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(6,'Nguyễn Thanh Bình','233237310013730465128370034531203731000','comrade','official','Chuyên viên',3,'2026-11-22 17:33:42.884505',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(7,'Đỗ Thị Mai','3620320002639003453132005','comrade','official','Chuyên viên',3,'2026-11-22 17:33:42.884815',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(8,'Bùi Hoàng An','20370002346320013138203730001','comrade','probationary','Chuyên viên',3,'2026-11-22 17:33:42.885119',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(9,'Hoàng Kim Sơn','4440370003138203730001343236000','comrade','official','Bí thư Chi bộ 2',4,'2026-11-22 17:33:42.885497',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(10,'Đặng Hải Yến','51283700426213730005312032002','comrade','official','Phó Bí thư Chi bộ 2',4,'2026-11-22 17:33:42.886007',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(11,'Lý Ngọc Thu','453146000355100437303824005','comrade','official','Kế toán',4,'2026-11-22 17:33:42.886517',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(12,'Phan Văn Tâm','45223600041312037000482137000','comrade','official','Cán bộ hưu trí',4,'2026-11-22 17:33:42.887986',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(13,'Vũ Thị Hòa','3138200014846003453132005','comrade','official','Bí thư Chi bộ 3',5,'2026-11-22 17:33:42.888406',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(14,'Cao Bích Ngọc','3730382400524203800023322431004','sister','union','Nhân viên văn thư',5,'2026-11-22 17:33:42.888987',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(15,'Mai Hồng Phúc','4131462400436203200031393730001','brother','union','Lái xe',5,'2026-11-22 17:33:42.889323',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(16,'Lương Văn Giang','30322037300003547403730000482137000','comrade','official','',3,'2026-11-26 01:10:25.676573',NULL,0,'vi','',NULL,NULL,NULL);
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
INSERT INTO "obligations" VALUES(1,1,1,2,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.220291',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(2,1,2,2,'published','exempt','người ban hành',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(3,1,3,2,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(4,1,4,2,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(5,1,5,3,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.308489',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(6,1,6,3,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(7,1,7,3,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(8,1,8,3,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.376733',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(9,1,9,4,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.468345',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(10,1,10,4,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.505917',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(11,1,11,4,'published','question','',1,'2026-11-25 01:00:01.235500','2026-11-25 02:30:00.466545',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(12,1,12,4,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(13,1,13,5,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(14,1,14,5,'published','acknowledged','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:40:00.596893',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(15,1,15,5,'published','expected','',1,'2026-11-25 01:00:01.235500','2026-11-25 01:00:01.235500',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(16,1,16,3,'joined_later','expected','',1,'2026-11-26 01:10:25.687544','2026-11-26 01:10:25.687544',NULL,NULL,'','',NULL,0,NULL,'2026-12-03 10:00:00.000000');
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
	CONSTRAINT fk_publications_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT uq_publications_draft_id UNIQUE (draft_id)
);
INSERT INTO "publications" VALUES(1,1,'in_force',1,'{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000','2026-11-25 01:00:01.227935',3,2);
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
INSERT INTO "questions" VALUES(1,1,11,4,'waiting','Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?','2026-11-25 02:30:00.463632','',NULL,NULL);
CREATE TABLE rates (
	connection_id INTEGER NOT NULL, 
	tat BIGINT NOT NULL, 
	reply_tat BIGINT NOT NULL, 
	CONSTRAINT pk_rates PRIMARY KEY (connection_id), 
	CONSTRAINT fk_rates_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
INSERT INTO "rates" VALUES(1,1795368826623062,0);
CREATE TABLE "role_grants" (
	id INTEGER NOT NULL CONSTRAINT pk_role_grants PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	granted_by INTEGER, 
	CONSTRAINT fk_role_grants_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_role_grants_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT fk_role_grants_granted_by FOREIGN KEY(granted_by) REFERENCES members (id)
);
INSERT INTO "role_grants" VALUES(1,1,'committee_leader',1,'2026-11-22 17:33:42.877304',NULL,NULL);
INSERT INTO "role_grants" VALUES(2,2,'approver',1,'2026-11-22 17:33:42.878402',NULL,NULL);
INSERT INTO "role_grants" VALUES(3,2,'committee_leader',1,'2026-11-22 17:33:42.878630',NULL,NULL);
INSERT INTO "role_grants" VALUES(4,3,'clerk',1,'2026-11-22 17:33:42.883042',NULL,NULL);
INSERT INTO "role_grants" VALUES(5,4,'admin',1,'2026-11-22 17:33:42.883697',NULL,NULL);
INSERT INTO "role_grants" VALUES(6,5,'secretary',3,'2026-11-22 17:33:42.884256',NULL,NULL);
INSERT INTO "role_grants" VALUES(7,9,'secretary',4,'2026-11-22 17:33:42.885782',NULL,NULL);
INSERT INTO "role_grants" VALUES(8,10,'deputy_secretary',4,'2026-11-22 17:33:42.886295',NULL,NULL);
INSERT INTO "role_grants" VALUES(9,13,'secretary',5,'2026-11-22 17:33:42.888720',NULL,NULL);
INSERT INTO "role_grants" VALUES(10,16,'auditor',1,'2026-11-26 01:10:32.950337',NULL,NULL);
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
INSERT INTO "study_sessions" VALUES(1,3,'announced',5,'Sinh hoạt chuyên đề: Nói đi đôi với làm','2026-11-27 07:00:00.000000','2026-11-27 08:30:00.000000','Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh',5,5,'2026-11-25 07:00:00.248211','2026-11-25 07:00:00.395375');
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
INSERT INTO "unit_changes" VALUES(1,6,'open','2026-11-26','branch','Chi bộ 4','CB4',2,NULL,'2026-11-26 01:10:10.880329','2026-11-26 01:10:10.881423','2026-11-26 01:10:10.881423',NULL);
INSERT INTO "unit_changes" VALUES(2,6,'rename','2026-11-26',NULL,'Chi bộ Văn phòng','Chi bộ Văn phòng',NULL,NULL,'2026-11-26 01:10:18.151850','2026-11-26 01:10:18.152208','2026-11-26 01:10:18.152208',NULL);
INSERT INTO "unit_changes" VALUES(3,6,'merge','2026-11-26',NULL,'','',3,NULL,'2026-11-26 01:10:58.010501','2026-11-26 01:10:58.023977','2026-11-26 01:10:58.023977',NULL);
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
INSERT INTO "unit_spans" VALUES(6,6,'Chi bộ Văn phòng','Chi bộ Văn phòng',2,'2026-11-26','2026-11-26');
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
INSERT INTO "units" VALUES(6,'branch','Chi bộ Văn phòng','Chi bộ Văn phòng',2,4,'2026-11-26','2026-11-26',3);
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

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','2026-11-25 01:00:01.227935');
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
INSERT INTO "web_codes" VALUES(1,12,'80f2960f03212e9c16ddbd018921aef56b3cb48ceff99c8bfb25bca9895f272b',NULL,'2026-11-26 01:10:41.476412','2026-12-03 01:10:41.476412',0,NULL,NULL);
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
INSERT INTO "web_links" VALUES(1,12,NULL,'2026-11-26 01:10:41.478270','2027-02-24 01:10:41.478270',NULL,NULL);
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
INSERT INTO "web_messages" VALUES(1,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Người soạn: đồng chí Lan","block":"line"},{"text":"Gửi cho: Toàn tổ chức","block":"line"},{"text":"15 người, gửi tin được cho 14 người","block":"line"},{"text":"Phạm vi: công khai (gửi cả ý chính và toàn văn)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Từng đồng chí cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"AY88AAAAAQAAAAUAB6z52oQsKOSensCtmrwA"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"AY89AAAAAQAAAAUAB6z5kBmOUmi-8-ZzY2-I"}],[{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"AY8-AAAAAQAAAAUAB6z5KOkPj-KTgGgQ13zX"},{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"AY82AAAAAQAAAAAAB6z5ujUfFSzIBDIaiHSc"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r5:m2:approval','2026-11-25 01:00:01.314640',NULL);
INSERT INTO "web_messages" VALUES(2,3,'{"blocks":[{"text":"Đã phát hành: Số 11-KH/ĐU.","block":"line"},{"rows":[[{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"AY8oAAAAAQAAAAAAB6z5bgYLVc7uFZCypTGA"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r6:news','2026-11-25 01:00:01.360178',NULL);
INSERT INTO "web_messages" VALUES(3,1,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Thuận cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5tcHcN63OdstJBzz6"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5ddF0b2zW87f5Le8W"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m1:card','2026-11-25 01:00:01.362547','2026-11-25 01:40:00.365294');
INSERT INTO "web_messages" VALUES(4,4,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Dũng cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5gRGVtwALqMJ1aKmR"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5qHp-abRx_2Rn88YJ"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5rmt2n74nw3D4alMf"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m4:card','2026-11-25 01:00:01.371090',NULL);
INSERT INTO "web_messages" VALUES(5,3,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Lan cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5PCwfQMnT7AotJVLc"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5aLhhY-DsglnoPCF1"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5pTKqXX16DdAv0ORV"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m3:card','2026-11-25 01:00:01.385902',NULL);
INSERT INTO "web_messages" VALUES(6,5,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Khôi cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5TyOEEasqYuCT87BA"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5N6IJ6glcrjcB2ZxA"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m5:card','2026-11-25 01:00:01.389079','2026-11-25 01:40:00.445175');
INSERT INTO "web_messages" VALUES(7,6,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Bình cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5bnYT8J1XxTEHRdAF"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5w5zRqR4hLixbJLG5"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z57dDDHyVBxpdl-djQ"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m6:card','2026-11-25 01:00:01.495023',NULL);
INSERT INTO "web_messages" VALUES(8,7,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Mai cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5xJWJMa5rH3sB19y9"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5Ve750UuAQs-Nan7h"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5X76hx4_lUHCDWrdB"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m7:card','2026-11-25 01:00:01.499711',NULL);
INSERT INTO "web_messages" VALUES(9,8,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí An cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5EXTu_S-lJOrVE8Ud"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5_GzcOqkJgu5ZdbFb"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m8:card','2026-11-25 01:00:01.528474','2026-11-25 01:40:00.497559');
INSERT INTO "web_messages" VALUES(10,9,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Sơn cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5AxgPjXOJ9RpvrTNU"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z546g26rI1H_I4i2dG"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m9:card','2026-11-25 01:00:01.530661','2026-11-25 01:40:00.714980');
INSERT INTO "web_messages" VALUES(11,10,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Yến cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5m9nLdF31D4D3h33C"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5GhTVihB16QvIf2xi"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m10:card','2026-11-25 01:00:01.535611','2026-11-25 01:40:00.785782');
INSERT INTO "web_messages" VALUES(12,11,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Thu cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"❓ Câu hỏi của đồng chí đang chờ trả lời","block":"line"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5PuTckcgF5bzc1Srx"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z519bDDi4yqah0eK4Q"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5IBzNvu0aCAirZwdb"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m11:card','2026-11-25 01:00:01.564848','2026-11-25 02:30:00.691875');
INSERT INTO "web_messages" VALUES(13,12,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Hòa cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z5JYOecyvkjwbL_P6o"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5oCR04E95SjKQCqxP"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5JMFQinXnGrffwNZV"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m13:card','2026-11-25 01:00:01.684200',NULL);
INSERT INTO "web_messages" VALUES(14,13,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Chị Ngọc cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Chị đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5QrmeZwOATPUffvso"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z56i7Uff0uZxSJp1rD"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m14:card','2026-11-25 01:00:01.686279','2026-11-25 01:40:00.787219');
INSERT INTO "web_messages" VALUES(15,14,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Anh Phúc cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AY8CAAAAAQAAAAAAB6z50rqnCehFpN3G_DP7"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AY8EAAAAAQAAAAAAB6z5UB4xkOVvqP-XYZ-1"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AY8DAAAAAQAAAAAAB6z5TuUXiVqxAx8vaKkT"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m15:card','2026-11-25 01:00:01.688390',NULL);
INSERT INTO "web_messages" VALUES(16,1,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5-iLSa8O3YixFn_ZY"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AY8WAAAAAQAAAAAAB6z54Wioj-2_azs3KS4e"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AY8gAAAAAQAAAAAAB6z53zNtXxR4tQr9kYOT"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5rFEoZewlInvGWqly"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m1:progress','2026-11-25 01:00:01.695459','2026-11-25 02:30:00.737091');
INSERT INTO "web_messages" VALUES(17,2,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z52kFYfVtNLrrXTWF0"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AY8WAAAAAQAAAAAAB6z5qn1E9NEbib9fQBTF"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AY8gAAAAAQAAAAAAB6z5dFhRo8-YBiRg1LKO"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5ocuvdPR_KrwgyW4j"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m2:progress','2026-11-25 01:00:01.699090','2026-11-25 02:30:00.747529');
INSERT INTO "web_messages" VALUES(18,3,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5O1x3HPCpjTiFr5-G"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AY8WAAAAAQAAAAAAB6z5vyr0GkzUqZ6EAgoO"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AY8gAAAAAQAAAAAAB6z5uhTpwNpZBmCNerdR"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5VYh_ybC92pksl21j"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m3:progress','2026-11-25 01:00:01.700140','2026-11-25 02:30:00.751727');
INSERT INTO "web_messages" VALUES(19,5,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5cMV_QmPc8zFUAqER"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AY8WAAAAAQAAAAAAB6z5rnbE6J_bVzN-kPR4"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5GxGCU27ef-QdNwin"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m5:progress','2026-11-25 01:00:01.912435','2026-11-25 01:40:01.132671');
INSERT INTO "web_messages" VALUES(20,9,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5yT02ft34gPYkz99b"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AY8gAAAAAQAAAAAAB6z5Bt3Wk1AQFf7xsfXX"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5d3apbBC5783__ln2"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m9:progress','2026-11-25 01:00:01.927640','2026-11-25 02:30:01.008085');
INSERT INTO "web_messages" VALUES(21,10,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5kBeBerWsJt90G9ML"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AY8gAAAAAQAAAAAAB6z5nrQiBQJhU17hJxZu"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5tazu60bV5fEVkJ28"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m10:progress','2026-11-25 01:00:01.929351','2026-11-25 02:30:01.015510');
INSERT INTO "web_messages" VALUES(22,12,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 1/3 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AY8VAAAAAQAAAAAAB6z5oDkIJpQpHJU___Xa"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AY8WAAAAAQAAAAAAB6z5dkAkuooH7h4RoPd1"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AY8kAAAAAQAAAAAAB6z5KdAX25MWC1ZDiakO"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m13:progress','2026-11-25 01:00:02.119623','2026-11-25 01:40:01.173323');
INSERT INTO "web_messages" VALUES(23,9,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AY8XAAAAAQAAAAAAB6z5wf_HJIkRPgzIml-F"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AY8BAAAAAQAAAAAAB6z51KHNk4_aLEBN8xR6"}]],"block":"buttons"}],"protected":false}',0,'question:1:m9','2026-11-25 02:30:00.693603',NULL);
INSERT INTO "web_messages" VALUES(24,10,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AY8XAAAAAQAAAAAAB6z5MWqer0CVty8FXBwW"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AY8BAAAAAQAAAAAAB6z5oBorJUX0dHfT2_sR"}]],"block":"buttons"}],"protected":false}',0,'question:1:m10','2026-11-25 02:30:00.703626',NULL);
INSERT INTO "web_messages" VALUES(25,8,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí An dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5AevEpkEIPF9pLlRb"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z54mu4Ija6HtCnCKVV"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5AFXTZSdwqI3O44wX"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m8:invite','2026-11-25 07:00:00.461721',NULL);
INSERT INTO "web_messages" VALUES(26,6,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Bình dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5sgrYVqhuX9ecLXFp"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5uZxesKzKuYYx9yk-"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5-HneZ2C3bnwpLzWn"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:invite','2026-11-25 07:00:00.462950',NULL);
INSERT INTO "web_messages" VALUES(27,5,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Khôi dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5U6KnxZrABneFPqtD"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5Qb1jIyiGxmfTA_XP"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5j2ngX4NCKSCxHj33"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:invite','2026-11-25 07:00:00.470916',NULL);
INSERT INTO "web_messages" VALUES(28,7,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Mai dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5-bMAhLaV5EyjPe8V"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5_USUahAAneUAEquy"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5gi31FMuyUHnBHPP1"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:invite','2026-11-25 07:00:00.480039',NULL);
INSERT INTO "web_messages" VALUES(29,6,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Bình đã nhận lời dự buổi sinh hoạt ngày mai.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5sgrYVqhuX9ecLXFp"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5uZxesKzKuYYx9yk-"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5-HneZ2C3bnwpLzWn"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:d-1','2026-11-26 01:10:00.657736',NULL);
INSERT INTO "web_messages" VALUES(30,5,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Khôi chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5U6KnxZrABneFPqtD"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5Qb1jIyiGxmfTA_XP"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5j2ngX4NCKSCxHj33"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:d-1','2026-11-26 01:10:00.662894',NULL);
INSERT INTO "web_messages" VALUES(31,7,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Mai chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AY8IAAAAAQAAAAUAB6z5-bMAhLaV5EyjPe8V"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AY8JAAAAAQAAAAUAB6z5_USUahAAneUAEquy"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AY8KAAAAAQAAAAUAB6z5gi31FMuyUHnBHPP1"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:d-1','2026-11-26 01:10:00.666284',NULL);
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
CREATE INDEX ix_drafts_state_publish_at ON drafts (state, publish_at);
CREATE INDEX ix_units_parent_id ON units (parent_id);
CREATE INDEX ix_study_sessions_state_starts_at ON study_sessions (state, starts_at);
CREATE INDEX ix_consents_member_id ON consents (member_id);
CREATE INDEX ix_invitations_member_id ON invitations (member_id);
CREATE INDEX ix_invitees_member_id ON invitees (member_id);
CREATE INDEX ix_publications_state_due_at ON publications (state, due_at);
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
CREATE INDEX ix_versions_number_key ON versions (number_key);
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('history',69);
INSERT INTO "sqlite_sequence" VALUES('installation',1);
INSERT INTO "sqlite_sequence" VALUES('members',16);
INSERT INTO "sqlite_sequence" VALUES('inbox',0);
INSERT INTO "sqlite_sequence" VALUES('addresses',14);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('knock_outcomes',0);
INSERT INTO "sqlite_sequence" VALUES('units',6);
INSERT INTO "sqlite_sequence" VALUES('study_sessions',1);
INSERT INTO "sqlite_sequence" VALUES('subscriptions',0);
INSERT INTO "sqlite_sequence" VALUES('consents',56);
INSERT INTO "sqlite_sequence" VALUES('invitations',1);
INSERT INTO "sqlite_sequence" VALUES('invitees',5);
INSERT INTO "sqlite_sequence" VALUES('publications',1);
INSERT INTO "sqlite_sequence" VALUES('web_messages',31);
INSERT INTO "sqlite_sequence" VALUES('deliveries',31);
INSERT INTO "sqlite_sequence" VALUES('obligations',16);
INSERT INTO "sqlite_sequence" VALUES('openings',0);
INSERT INTO "sqlite_sequence" VALUES('questions',1);
INSERT INTO "sqlite_sequence" VALUES('versions',1);
INSERT INTO "sqlite_sequence" VALUES('attempts',85);
INSERT INTO "sqlite_sequence" VALUES('files',1);
INSERT INTO "sqlite_sequence" VALUES('topic_settings',0);
INSERT INTO "sqlite_sequence" VALUES('unit_spans',6);
INSERT INTO "sqlite_sequence" VALUES('data_requests',0);
INSERT INTO "sqlite_sequence" VALUES('exemptions',0);
INSERT INTO "sqlite_sequence" VALUES('roster_imports',0);
INSERT INTO "sqlite_sequence" VALUES('unit_changes',3);
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
INSERT INTO "sqlite_sequence" VALUES('role_grants',10);
COMMIT;
