BEGIN TRANSACTION;
CREATE TABLE addresses (
	id INTEGER NOT NULL, 
	connection_id INTEGER NOT NULL, 
	chat_id TEXT NOT NULL, 
	is_group BOOLEAN NOT NULL, 
	member_id INTEGER, 
	unit_id INTEGER, 
	state VARCHAR(32) NOT NULL, 
	preference BIGINT NOT NULL, 
	shown_as VARCHAR(32), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_addresses PRIMARY KEY (id), 
	CONSTRAINT fk_addresses_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_addresses_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_addresses_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_addresses_connection_id_chat_id UNIQUE (connection_id, chat_id)
);
INSERT INTO "addresses" VALUES(1,1,'m1',0,1,NULL,'active',0,NULL,'2026-11-22 13:31:54.015906');
INSERT INTO "addresses" VALUES(2,1,'m2',0,2,NULL,'active',0,NULL,'2026-11-22 13:31:54.028540');
INSERT INTO "addresses" VALUES(3,1,'m3',0,3,NULL,'active',0,NULL,'2026-11-22 13:31:54.033423');
INSERT INTO "addresses" VALUES(4,1,'m4',0,4,NULL,'active',0,NULL,'2026-11-22 13:31:54.034177');
INSERT INTO "addresses" VALUES(5,1,'m5',0,5,NULL,'active',0,NULL,'2026-11-22 13:31:54.039679');
INSERT INTO "addresses" VALUES(6,1,'m6',0,6,NULL,'active',0,'telegram','2026-11-22 13:31:54.041239');
INSERT INTO "addresses" VALUES(7,1,'m7',0,7,NULL,'active',0,'zalo','2026-11-22 13:31:54.041955');
INSERT INTO "addresses" VALUES(8,1,'m8',0,8,NULL,'active',0,NULL,'2026-11-22 13:31:54.042611');
INSERT INTO "addresses" VALUES(9,1,'m9',0,9,NULL,'active',0,NULL,'2026-11-22 13:31:54.046740');
INSERT INTO "addresses" VALUES(10,1,'m10',0,10,NULL,'active',0,NULL,'2026-11-22 13:31:54.051067');
INSERT INTO "addresses" VALUES(11,1,'m11',0,11,NULL,'active',0,NULL,'2026-11-22 13:31:54.052624');
INSERT INTO "addresses" VALUES(12,1,'m13',0,13,NULL,'active',0,NULL,'2026-11-22 13:31:54.053464');
INSERT INTO "addresses" VALUES(13,1,'m14',0,14,NULL,'active',0,NULL,'2026-11-22 13:31:54.057131');
INSERT INTO "addresses" VALUES(14,1,'m15',0,15,NULL,'active',0,'zalo','2026-11-22 13:31:54.057949');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_attempts PRIMARY KEY (id), 
	CONSTRAINT fk_attempts_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id), 
	CONSTRAINT uq_attempts_delivery_id_attempt_number UNIQUE (delivery_id, attempt_number)
);
INSERT INTO "attempts" VALUES(1,1,1,'office:1:abcdef','2026-11-22 13:31:54.667445','2026-11-22 13:31:55.035292','sent',NULL,NULL,'','1');
INSERT INTO "attempts" VALUES(2,22,1,'office:1:abcdef','2026-11-22 13:31:54.967905','2026-11-22 13:31:55.071995','sent',NULL,NULL,'','2');
INSERT INTO "attempts" VALUES(3,2,1,'office:1:abcdef','2026-11-22 13:31:54.967905','2026-11-22 13:31:55.075151','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(4,4,1,'office:1:abcdef','2026-11-22 13:31:54.967905','2026-11-22 13:31:55.079173','sent',NULL,NULL,'','4');
INSERT INTO "attempts" VALUES(5,3,1,'office:1:abcdef','2026-11-22 13:31:55.002937','2026-11-22 13:31:55.104826','sent',NULL,NULL,'','5');
INSERT INTO "attempts" VALUES(6,5,1,'office:1:abcdef','2026-11-22 13:31:55.002937','2026-11-22 13:31:55.111440','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(7,6,1,'office:1:abcdef','2026-11-22 13:31:55.002937','2026-11-22 13:31:55.117166','sent',NULL,NULL,'','7');
INSERT INTO "attempts" VALUES(8,7,1,'office:1:abcdef','2026-11-22 13:31:55.045106','2026-11-22 13:31:55.151281','sent',NULL,NULL,'','8');
INSERT INTO "attempts" VALUES(9,8,1,'office:1:abcdef','2026-11-22 13:31:55.083027','2026-11-22 13:31:55.191136','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(10,9,1,'office:1:abcdef','2026-11-22 13:31:55.123124','2026-11-22 13:31:55.264835','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(11,10,1,'office:1:abcdef','2026-11-22 13:31:55.123124','2026-11-22 13:31:55.271301','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(12,11,1,'office:1:abcdef','2026-11-22 13:31:55.123124','2026-11-22 13:31:55.274053','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(13,12,1,'office:1:abcdef','2026-11-22 13:31:55.155310','2026-11-22 13:31:55.316909','sent',NULL,NULL,'','13');
INSERT INTO "attempts" VALUES(14,13,1,'office:1:abcdef','2026-11-22 13:31:55.155310','2026-11-22 13:31:55.318579','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(15,14,1,'office:1:abcdef','2026-11-22 13:31:55.155310','2026-11-22 13:31:55.320104','sent',NULL,NULL,'','15');
INSERT INTO "attempts" VALUES(16,15,1,'office:1:abcdef','2026-11-22 13:31:55.200547','2026-11-22 13:31:55.348865','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(17,16,1,'office:1:abcdef','2026-11-22 13:31:55.281153','2026-11-22 13:31:55.369582','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(18,17,1,'office:1:abcdef','2026-11-22 13:31:55.321558','2026-11-22 13:31:55.377761','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(19,18,1,'office:1:abcdef','2026-11-22 13:31:55.321558','2026-11-22 13:31:55.379175','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(20,19,1,'office:1:abcdef','2026-11-22 13:31:55.321558','2026-11-22 13:31:55.380411','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(21,20,1,'office:1:abcdef','2026-11-22 13:31:55.351470','2026-11-22 13:31:55.381636','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(22,21,1,'office:1:abcdef','2026-11-22 13:31:55.351470','2026-11-22 13:31:55.382915','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(23,15,2,'office:1:abcdef','2026-11-22 13:31:55.455734','2026-11-22 13:31:55.623254','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(24,16,2,'office:1:abcdef','2026-11-22 13:31:55.455734','2026-11-22 13:31:55.626508','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(25,17,2,'office:1:abcdef','2026-11-22 13:31:55.455734','2026-11-22 13:31:55.629472','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(26,18,2,'office:1:abcdef','2026-11-22 13:31:55.505217','2026-11-22 13:31:55.684891','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(27,19,2,'office:1:abcdef','2026-11-22 13:31:55.505217','2026-11-22 13:31:55.532243','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(28,20,2,'office:1:abcdef','2026-11-22 13:31:55.505217','2026-11-22 13:31:55.543307','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(29,19,3,'office:1:abcdef','2026-11-22 13:31:55.576621','2026-11-22 13:31:55.600526','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(30,20,3,'office:1:abcdef','2026-11-22 13:31:55.576621','2026-11-22 13:31:55.610232','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(31,21,2,'office:1:abcdef','2026-11-22 13:31:55.576621','2026-11-22 13:31:55.616529','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(32,15,3,'office:1:abcdef','2026-11-22 13:31:55.646695','2026-11-22 13:31:55.820442','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(33,16,3,'office:1:abcdef','2026-11-22 13:31:55.646695','2026-11-22 13:31:55.824467','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(34,17,3,'office:1:abcdef','2026-11-22 13:31:55.646695','2026-11-22 13:31:55.827486','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(35,18,3,'office:1:abcdef','2026-11-22 13:31:55.704381','2026-11-22 13:31:55.858615','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(36,19,4,'office:1:abcdef','2026-11-22 13:31:55.704381','2026-11-22 13:31:55.863104','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(37,20,4,'office:1:abcdef','2026-11-22 13:31:55.704381','2026-11-22 13:31:55.865175','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(38,21,3,'office:1:abcdef','2026-11-22 13:31:55.787309','2026-11-22 13:31:55.868757','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(39,23,1,'office:1:abcdef','2026-11-22 13:31:55.931890','2026-11-22 13:31:56.065654','sent',NULL,NULL,'','23');
INSERT INTO "attempts" VALUES(40,24,1,'office:1:abcdef','2026-11-22 13:31:55.931890','2026-11-22 13:31:56.066948','sent',NULL,NULL,'','24');
INSERT INTO "attempts" VALUES(41,15,4,'office:1:abcdef','2026-11-22 13:31:55.931890','2026-11-22 13:31:56.068601','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(42,16,4,'office:1:abcdef','2026-11-22 13:31:55.964163','2026-11-22 13:31:56.077621','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(43,17,4,'office:1:abcdef','2026-11-22 13:31:55.964163','2026-11-22 13:31:56.079602','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(44,18,4,'office:1:abcdef','2026-11-22 13:31:55.964163','2026-11-22 13:31:56.010327','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(45,19,5,'office:1:abcdef','2026-11-22 13:31:56.020005','2026-11-22 13:31:56.081060','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(46,20,5,'office:1:abcdef','2026-11-22 13:31:56.020005','2026-11-22 13:31:56.082551','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(47,21,4,'office:1:abcdef','2026-11-22 13:31:56.020005','2026-11-22 13:31:56.057416','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(48,25,1,'office:1:abcdef','2026-11-22 13:31:56.204947','2026-11-22 13:31:56.300964','sent',NULL,NULL,'','25');
INSERT INTO "attempts" VALUES(49,26,1,'office:1:abcdef','2026-11-22 13:31:56.204947','2026-11-22 13:31:56.305085','sent',NULL,NULL,'','26');
INSERT INTO "attempts" VALUES(50,27,1,'office:1:abcdef','2026-11-22 13:31:56.204947','2026-11-22 13:31:56.308322','sent',NULL,NULL,'','27');
INSERT INTO "attempts" VALUES(51,28,1,'office:1:abcdef','2026-11-22 13:31:56.258585','2026-11-22 13:31:56.311632','sent',NULL,NULL,'','28');
INSERT INTO "attempts" VALUES(52,29,1,'office:1:abcdef','2026-11-22 13:31:56.476682','2026-11-22 13:31:56.538435','sent',NULL,NULL,'','29');
INSERT INTO "attempts" VALUES(53,30,1,'office:1:abcdef','2026-11-22 13:31:56.476682','2026-11-22 13:31:56.539941','sent',NULL,NULL,'','30');
INSERT INTO "attempts" VALUES(54,31,1,'office:1:abcdef','2026-11-22 13:31:56.476682','2026-11-22 13:31:56.541109','sent',NULL,NULL,'','31');
CREATE TABLE connections (
	id INTEGER NOT NULL, 
	platform VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	poll_offset BIGINT, 
	stopped_reason TEXT NOT NULL, 
	CONSTRAINT pk_connections PRIMARY KEY (id), 
	CONSTRAINT uq_connections_name UNIQUE (name)
);
INSERT INTO "connections" VALUES(1,'web','web',NULL,'');
CREATE TABLE consents (
	id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	purpose TEXT NOT NULL, 
	text_version TEXT NOT NULL, 
	address_id INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT pk_consents PRIMARY KEY (id), 
	CONSTRAINT fk_consents_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_consents_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "consents" VALUES(1,1,'notices','2026-11-party',1,'2026-11-22 13:31:54.015906',NULL);
INSERT INTO "consents" VALUES(2,1,'acknowledgement','2026-11-party',1,'2026-11-22 13:31:54.015906',NULL);
INSERT INTO "consents" VALUES(3,1,'reminders','2026-11-party',1,'2026-11-22 13:31:54.015906',NULL);
INSERT INTO "consents" VALUES(4,1,'statistics','2026-11-party',1,'2026-11-22 13:31:54.015906',NULL);
INSERT INTO "consents" VALUES(5,2,'notices','2026-11-party',2,'2026-11-22 13:31:54.028540',NULL);
INSERT INTO "consents" VALUES(6,2,'acknowledgement','2026-11-party',2,'2026-11-22 13:31:54.028540',NULL);
INSERT INTO "consents" VALUES(7,2,'reminders','2026-11-party',2,'2026-11-22 13:31:54.028540',NULL);
INSERT INTO "consents" VALUES(8,2,'statistics','2026-11-party',2,'2026-11-22 13:31:54.028540',NULL);
INSERT INTO "consents" VALUES(9,3,'notices','2026-11-party',3,'2026-11-22 13:31:54.033423',NULL);
INSERT INTO "consents" VALUES(10,3,'acknowledgement','2026-11-party',3,'2026-11-22 13:31:54.033423',NULL);
INSERT INTO "consents" VALUES(11,3,'reminders','2026-11-party',3,'2026-11-22 13:31:54.033423',NULL);
INSERT INTO "consents" VALUES(12,3,'statistics','2026-11-party',3,'2026-11-22 13:31:54.033423',NULL);
INSERT INTO "consents" VALUES(13,4,'notices','2026-11-party',4,'2026-11-22 13:31:54.034177',NULL);
INSERT INTO "consents" VALUES(14,4,'acknowledgement','2026-11-party',4,'2026-11-22 13:31:54.034177',NULL);
INSERT INTO "consents" VALUES(15,4,'reminders','2026-11-party',4,'2026-11-22 13:31:54.034177',NULL);
INSERT INTO "consents" VALUES(16,4,'statistics','2026-11-party',4,'2026-11-22 13:31:54.034177',NULL);
INSERT INTO "consents" VALUES(17,5,'notices','2026-11-party',5,'2026-11-22 13:31:54.039679',NULL);
INSERT INTO "consents" VALUES(18,5,'acknowledgement','2026-11-party',5,'2026-11-22 13:31:54.039679',NULL);
INSERT INTO "consents" VALUES(19,5,'reminders','2026-11-party',5,'2026-11-22 13:31:54.039679',NULL);
INSERT INTO "consents" VALUES(20,5,'statistics','2026-11-party',5,'2026-11-22 13:31:54.039679',NULL);
INSERT INTO "consents" VALUES(21,6,'notices','2026-11-party',6,'2026-11-22 13:31:54.041239',NULL);
INSERT INTO "consents" VALUES(22,6,'acknowledgement','2026-11-party',6,'2026-11-22 13:31:54.041239',NULL);
INSERT INTO "consents" VALUES(23,6,'reminders','2026-11-party',6,'2026-11-22 13:31:54.041239',NULL);
INSERT INTO "consents" VALUES(24,6,'statistics','2026-11-party',6,'2026-11-22 13:31:54.041239',NULL);
INSERT INTO "consents" VALUES(25,7,'notices','2026-11-party',7,'2026-11-22 13:31:54.041955',NULL);
INSERT INTO "consents" VALUES(26,7,'acknowledgement','2026-11-party',7,'2026-11-22 13:31:54.041955',NULL);
INSERT INTO "consents" VALUES(27,7,'reminders','2026-11-party',7,'2026-11-22 13:31:54.041955',NULL);
INSERT INTO "consents" VALUES(28,7,'statistics','2026-11-party',7,'2026-11-22 13:31:54.041955',NULL);
INSERT INTO "consents" VALUES(29,8,'notices','2026-11-party',8,'2026-11-22 13:31:54.042611',NULL);
INSERT INTO "consents" VALUES(30,8,'acknowledgement','2026-11-party',8,'2026-11-22 13:31:54.042611',NULL);
INSERT INTO "consents" VALUES(31,8,'reminders','2026-11-party',8,'2026-11-22 13:31:54.042611',NULL);
INSERT INTO "consents" VALUES(32,8,'statistics','2026-11-party',8,'2026-11-22 13:31:54.042611',NULL);
INSERT INTO "consents" VALUES(33,9,'notices','2026-11-party',9,'2026-11-22 13:31:54.046740',NULL);
INSERT INTO "consents" VALUES(34,9,'acknowledgement','2026-11-party',9,'2026-11-22 13:31:54.046740',NULL);
INSERT INTO "consents" VALUES(35,9,'reminders','2026-11-party',9,'2026-11-22 13:31:54.046740',NULL);
INSERT INTO "consents" VALUES(36,9,'statistics','2026-11-party',9,'2026-11-22 13:31:54.046740',NULL);
INSERT INTO "consents" VALUES(37,10,'notices','2026-11-party',10,'2026-11-22 13:31:54.051067',NULL);
INSERT INTO "consents" VALUES(38,10,'acknowledgement','2026-11-party',10,'2026-11-22 13:31:54.051067',NULL);
INSERT INTO "consents" VALUES(39,10,'reminders','2026-11-party',10,'2026-11-22 13:31:54.051067',NULL);
INSERT INTO "consents" VALUES(40,10,'statistics','2026-11-party',10,'2026-11-22 13:31:54.051067',NULL);
INSERT INTO "consents" VALUES(41,11,'notices','2026-11-party',11,'2026-11-22 13:31:54.052624',NULL);
INSERT INTO "consents" VALUES(42,11,'acknowledgement','2026-11-party',11,'2026-11-22 13:31:54.052624',NULL);
INSERT INTO "consents" VALUES(43,11,'reminders','2026-11-party',11,'2026-11-22 13:31:54.052624',NULL);
INSERT INTO "consents" VALUES(44,11,'statistics','2026-11-party',11,'2026-11-22 13:31:54.052624',NULL);
INSERT INTO "consents" VALUES(45,13,'notices','2026-11-party',12,'2026-11-22 13:31:54.053464',NULL);
INSERT INTO "consents" VALUES(46,13,'acknowledgement','2026-11-party',12,'2026-11-22 13:31:54.053464',NULL);
INSERT INTO "consents" VALUES(47,13,'reminders','2026-11-party',12,'2026-11-22 13:31:54.053464',NULL);
INSERT INTO "consents" VALUES(48,13,'statistics','2026-11-party',12,'2026-11-22 13:31:54.053464',NULL);
INSERT INTO "consents" VALUES(49,14,'notices','2026-11-union',13,'2026-11-22 13:31:54.057131',NULL);
INSERT INTO "consents" VALUES(50,14,'acknowledgement','2026-11-union',13,'2026-11-22 13:31:54.057131',NULL);
INSERT INTO "consents" VALUES(51,14,'reminders','2026-11-union',13,'2026-11-22 13:31:54.057131',NULL);
INSERT INTO "consents" VALUES(52,14,'statistics','2026-11-union',13,'2026-11-22 13:31:54.057131',NULL);
INSERT INTO "consents" VALUES(53,15,'notices','2026-11-union',14,'2026-11-22 13:31:54.057949',NULL);
INSERT INTO "consents" VALUES(54,15,'acknowledgement','2026-11-union',14,'2026-11-22 13:31:54.057949',NULL);
INSERT INTO "consents" VALUES(55,15,'reminders','2026-11-union',14,'2026-11-22 13:31:54.057949',NULL);
INSERT INTO "consents" VALUES(56,15,'statistics','2026-11-union',14,'2026-11-22 13:31:54.057949',NULL);
CREATE TABLE deliveries (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_deliveries PRIMARY KEY (id), 
	CONSTRAINT fk_deliveries_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_deliveries_after_id FOREIGN KEY(after_id) REFERENCES deliveries (id), 
	CONSTRAINT fk_deliveries_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_deliveries_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_deliveries_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_deliveries_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT uq_deliveries_once_key UNIQUE (once_key)
);
INSERT INTO "deliveries" VALUES(1,'draft:1:r5:m2:approval',1,2,2,'approval',1,NULL,NULL,5,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.642647',NULL,1,0,0,NULL,NULL,'1','7fd7970856fb7787','2026-11-22 13:31:54.642647','2026-11-22 13:31:55.035292');
INSERT INTO "deliveries" VALUES(2,'pub:1:v1:m1:card',1,1,1,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'3','859fc81e01d12e7d','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.075151');
INSERT INTO "deliveries" VALUES(3,'pub:1:v1:m3:card',1,3,3,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'5','de0e8addac341f44','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.104826');
INSERT INTO "deliveries" VALUES(4,'pub:1:v1:m4:card',1,4,4,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'4','3c5ec537e89db5f5','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.079173');
INSERT INTO "deliveries" VALUES(5,'pub:1:v1:m5:card',1,5,5,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'6','d8f108b1461ca709','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.111440');
INSERT INTO "deliveries" VALUES(6,'pub:1:v1:m6:card',1,6,6,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'7','6fae9ef8db9a4d66','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.117166');
INSERT INTO "deliveries" VALUES(7,'pub:1:v1:m7:card',1,7,7,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'8','b6975eff54d4dba8','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.151281');
INSERT INTO "deliveries" VALUES(8,'pub:1:v1:m8:card',1,8,8,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'9','0d77250d18a4bc35','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.191136');
INSERT INTO "deliveries" VALUES(9,'pub:1:v1:m9:card',1,9,9,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'10','fa3786124c1820e3','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.264835');
INSERT INTO "deliveries" VALUES(10,'pub:1:v1:m10:card',1,10,10,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'11','376170b4758714d3','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.271301');
INSERT INTO "deliveries" VALUES(11,'pub:1:v1:m11:card',1,11,11,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'12','11baafbb909b2119','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.274053');
INSERT INTO "deliveries" VALUES(12,'pub:1:v1:m13:card',1,12,13,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'13','1399ab287d38d28b','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.316909');
INSERT INTO "deliveries" VALUES(13,'pub:1:v1:m14:card',1,13,14,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'14','0bdaa1953cdc3a79','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.318579');
INSERT INTO "deliveries" VALUES(14,'pub:1:v1:m15:card',1,14,15,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.924917',NULL,1,0,0,NULL,NULL,'15','8cb52bcbca370c70','2026-11-22 13:31:54.924917','2026-11-22 13:31:55.320104');
INSERT INTO "deliveries" VALUES(15,'pub:1:m1:progress',1,1,1,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,4,0,0,NULL,NULL,'16','075fb7a50f92bcfc','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.068601');
INSERT INTO "deliveries" VALUES(16,'pub:1:m2:progress',1,2,2,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,4,0,0,NULL,NULL,'17','075fb7a50f92bcfc','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.077621');
INSERT INTO "deliveries" VALUES(17,'pub:1:m3:progress',1,3,3,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,4,0,0,NULL,NULL,'18','075fb7a50f92bcfc','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.079602');
INSERT INTO "deliveries" VALUES(18,'pub:1:m5:progress',1,5,5,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,4,0,0,NULL,NULL,'19','ab1ba4bba1dac6d7','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.010327');
INSERT INTO "deliveries" VALUES(19,'pub:1:m9:progress',1,9,9,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,5,0,0,NULL,NULL,'20','33c44af5b1eae2e9','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.081060');
INSERT INTO "deliveries" VALUES(20,'pub:1:m10:progress',1,10,10,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,5,0,0,NULL,NULL,'21','33c44af5b1eae2e9','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.082551');
INSERT INTO "deliveries" VALUES(21,'pub:1:m13:progress',1,12,13,'progress',NULL,1,NULL,1,'broadcast','immediate','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.913127',NULL,4,0,0,NULL,NULL,'22','d28028e5a0e8f104','2026-11-22 13:31:54.924917','2026-11-22 13:31:56.057416');
INSERT INTO "deliveries" VALUES(22,'draft:1:r6:news',1,3,3,'draft_news',1,NULL,NULL,6,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:54.955034',NULL,1,0,0,NULL,NULL,'2','275288c7283514ae','2026-11-22 13:31:54.955034','2026-11-22 13:31:55.071995');
INSERT INTO "deliveries" VALUES(23,'question:1:m9',1,9,9,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.917857',NULL,1,0,0,NULL,NULL,'23','20120e77eb65affb','2026-11-22 13:31:55.917857','2026-11-22 13:31:56.065654');
INSERT INTO "deliveries" VALUES(24,'question:1:m10',1,10,10,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:55.920874',NULL,1,0,0,NULL,NULL,'24','20120e77eb65affb','2026-11-22 13:31:55.920874','2026-11-22 13:31:56.066948');
INSERT INTO "deliveries" VALUES(25,'study:1:r5:m8:invite',1,8,8,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.194991','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'25','21baf0ae64495830','2026-11-22 13:31:56.194991','2026-11-22 13:31:56.300964');
INSERT INTO "deliveries" VALUES(26,'study:1:r5:m6:invite',1,6,6,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.197531','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'26','1122e1ba476cba13','2026-11-22 13:31:56.197531','2026-11-22 13:31:56.305085');
INSERT INTO "deliveries" VALUES(27,'study:1:r5:m5:invite',1,5,5,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.198568','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'27','e28bf62e9bddecea','2026-11-22 13:31:56.198568','2026-11-22 13:31:56.308322');
INSERT INTO "deliveries" VALUES(28,'study:1:r5:m7:invite',1,7,7,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.199456','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'28','91e7db0623f7c27d','2026-11-22 13:31:56.199456','2026-11-22 13:31:56.311632');
INSERT INTO "deliveries" VALUES(29,'study:1:r5:m6:d-1',1,6,6,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.452979','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'29','706fe49308a2d6f8','2026-11-22 13:31:56.452979','2026-11-22 13:31:56.538435');
INSERT INTO "deliveries" VALUES(30,'study:1:r5:m5:d-1',1,5,5,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.454643','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'30','995d5f9a63ab4d99','2026-11-22 13:31:56.454643','2026-11-22 13:31:56.539941');
INSERT INTO "deliveries" VALUES(31,'study:1:r5:m7:d-1',1,7,7,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 13:31:56.460430','2026-11-26 07:00:00.000000',1,0,0,NULL,NULL,'31','9cf2caf23a23f2f4','2026-11-22 13:31:56.460430','2026-11-22 13:31:56.541109');
CREATE TABLE dialogues (
	address_id INTEGER NOT NULL, 
	awaited VARCHAR(32) NOT NULL, 
	subject BIGINT NOT NULL, 
	argument BIGINT NOT NULL, 
	until_at DATETIME NOT NULL, 
	CONSTRAINT pk_dialogues PRIMARY KEY (address_id), 
	CONSTRAINT fk_dialogues_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
);
CREATE TABLE drafts (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_drafts PRIMARY KEY (id), 
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

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','{"kind": "everyone", "subject": 0}',1,'2026-12-01 10:00:00.000000',NULL,'[]',3,'2026-11-23 01:00:00.554164','2026-11-23 01:00:00.640834',2,'2026-11-23 01:00:00.922126','');
CREATE TABLE history (
	id INTEGER NOT NULL, 
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
	detail TEXT NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (id)
);
INSERT INTO "history" VALUES(1,'2026-11-22 13:31:53.992949',NULL,NULL,'command_line','member',1,NULL,1,2,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(2,'2026-11-22 13:31:53.994194',NULL,NULL,'command_line','role_grant',1,NULL,1,1,'','granted',NULL,'committee_leader');
INSERT INTO "history" VALUES(3,'2026-11-22 13:31:53.994587',NULL,NULL,'command_line','member',2,NULL,2,2,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(4,'2026-11-22 13:31:54.002145',NULL,NULL,'command_line','role_grant',2,NULL,2,1,'','granted',NULL,'approver');
INSERT INTO "history" VALUES(5,'2026-11-22 13:31:54.002543',NULL,NULL,'command_line','role_grant',3,NULL,2,1,'','granted',NULL,'committee_leader');
INSERT INTO "history" VALUES(6,'2026-11-22 13:31:54.003091',NULL,NULL,'command_line','member',3,NULL,3,2,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(7,'2026-11-22 13:31:54.003392',NULL,NULL,'command_line','role_grant',4,NULL,3,1,'','granted',NULL,'clerk');
INSERT INTO "history" VALUES(8,'2026-11-22 13:31:54.003733',NULL,NULL,'command_line','member',4,NULL,4,2,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(9,'2026-11-22 13:31:54.003949',NULL,NULL,'command_line','role_grant',5,NULL,4,1,'','granted',NULL,'admin');
INSERT INTO "history" VALUES(10,'2026-11-22 13:31:54.004257',NULL,NULL,'command_line','member',5,NULL,5,3,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(11,'2026-11-22 13:31:54.004464',NULL,NULL,'command_line','role_grant',6,NULL,5,3,'','granted',NULL,'secretary');
INSERT INTO "history" VALUES(12,'2026-11-22 13:31:54.004765',NULL,NULL,'command_line','member',6,NULL,6,3,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(13,'2026-11-22 13:31:54.005060',NULL,NULL,'command_line','member',7,NULL,7,3,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(14,'2026-11-22 13:31:54.005372',NULL,NULL,'command_line','member',8,NULL,8,3,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(15,'2026-11-22 13:31:54.012710',NULL,NULL,'command_line','member',9,NULL,9,4,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(16,'2026-11-22 13:31:54.013069',NULL,NULL,'command_line','role_grant',7,NULL,9,4,'','granted',NULL,'secretary');
INSERT INTO "history" VALUES(17,'2026-11-22 13:31:54.013423',NULL,NULL,'command_line','member',10,NULL,10,4,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(18,'2026-11-22 13:31:54.013649',NULL,NULL,'command_line','role_grant',8,NULL,10,4,'','granted',NULL,'deputy_secretary');
INSERT INTO "history" VALUES(19,'2026-11-22 13:31:54.013952',NULL,NULL,'command_line','member',11,NULL,11,4,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(20,'2026-11-22 13:31:54.014255',NULL,NULL,'command_line','member',12,NULL,12,4,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(21,'2026-11-22 13:31:54.014560',NULL,NULL,'command_line','member',13,NULL,13,5,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(22,'2026-11-22 13:31:54.014760',NULL,NULL,'command_line','role_grant',9,NULL,13,5,'','granted',NULL,'secretary');
INSERT INTO "history" VALUES(23,'2026-11-22 13:31:54.015493',NULL,NULL,'command_line','member',14,NULL,14,5,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(24,'2026-11-22 13:31:54.015811',NULL,NULL,'command_line','member',15,NULL,15,5,'','on_roster',NULL,'');
INSERT INTO "history" VALUES(25,'2026-11-23 01:00:00.556965',3,NULL,'web','draft',1,NULL,NULL,NULL,'','open',1,'begun');
INSERT INTO "history" VALUES(26,'2026-11-23 01:00:00.562859',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',2,'audience');
INSERT INTO "history" VALUES(27,'2026-11-23 01:00:00.579849',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',3,'to_do');
INSERT INTO "history" VALUES(28,'2026-11-23 01:00:00.604741',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',4,'scope');
INSERT INTO "history" VALUES(29,'2026-11-23 01:00:00.641429',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','submitted',5,'submitted');
INSERT INTO "history" VALUES(30,'2026-11-23 01:00:00.922748',2,NULL,'web','draft',1,NULL,NULL,NULL,'submitted','published',6,'published');
INSERT INTO "history" VALUES(31,'2026-11-23 01:00:00.924779',2,NULL,'web','publication',1,1,NULL,NULL,'','in_force',1,'');
INSERT INTO "history" VALUES(32,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',1,1,1,2,'','expected',1,'published');
INSERT INTO "history" VALUES(33,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',2,1,2,2,'','exempt',1,'published');
INSERT INTO "history" VALUES(34,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',3,1,3,2,'','expected',1,'published');
INSERT INTO "history" VALUES(35,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',4,1,4,2,'','expected',1,'published');
INSERT INTO "history" VALUES(36,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',5,1,5,3,'','expected',1,'published');
INSERT INTO "history" VALUES(37,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',6,1,6,3,'','expected',1,'published');
INSERT INTO "history" VALUES(38,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',7,1,7,3,'','expected',1,'published');
INSERT INTO "history" VALUES(39,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',8,1,8,3,'','expected',1,'published');
INSERT INTO "history" VALUES(40,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',9,1,9,4,'','expected',1,'published');
INSERT INTO "history" VALUES(41,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',10,1,10,4,'','expected',1,'published');
INSERT INTO "history" VALUES(42,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',11,1,11,4,'','expected',1,'published');
INSERT INTO "history" VALUES(43,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',12,1,12,4,'','expected',1,'published');
INSERT INTO "history" VALUES(44,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',13,1,13,5,'','expected',1,'published');
INSERT INTO "history" VALUES(45,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',14,1,14,5,'','expected',1,'published');
INSERT INTO "history" VALUES(46,'2026-11-23 01:00:00.926597',2,NULL,'web','obligation',15,1,15,5,'','expected',1,'published');
INSERT INTO "history" VALUES(47,'2026-11-23 01:40:00.432444',1,NULL,'web','obligation',1,1,1,2,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(48,'2026-11-23 01:40:00.496712',5,NULL,'web','obligation',5,1,5,3,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(49,'2026-11-23 01:40:00.564950',8,NULL,'web','obligation',8,1,8,3,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(50,'2026-11-23 01:40:00.640227',9,NULL,'web','obligation',9,1,9,4,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(51,'2026-11-23 01:40:00.700140',10,NULL,'web','obligation',10,1,10,4,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(52,'2026-11-23 01:40:00.779019',14,NULL,'web','obligation',14,1,14,5,'expected','acknowledged',1,'');
INSERT INTO "history" VALUES(53,'2026-11-23 02:30:00.910234',11,NULL,'web','question',1,1,11,4,'','waiting',NULL,'');
INSERT INTO "history" VALUES(54,'2026-11-23 02:30:00.912929',11,NULL,'web','obligation',11,1,11,4,'expected','question',1,'');
INSERT INTO "history" VALUES(55,'2026-11-23 07:00:00.107429',5,NULL,'web','study_session',1,NULL,NULL,3,'','planned',1,'');
INSERT INTO "history" VALUES(56,'2026-11-23 07:00:00.188103',5,NULL,'web','study_session',1,NULL,NULL,3,'planned','announced',5,'');
INSERT INTO "history" VALUES(57,'2026-11-23 07:00:00.332482',6,NULL,'web','invitee',1,NULL,6,3,'none','yes',5,'');
INSERT INTO "history" VALUES(58,'2026-11-23 07:00:00.363073',8,NULL,'web','invitee',1,NULL,8,3,'none','no',5,'');
CREATE TABLE inbox (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_inbox PRIMARY KEY (id), 
	CONSTRAINT fk_inbox_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT uq_inbox_connection_id_update_id UNIQUE (connection_id, update_id)
);
CREATE TABLE installation (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	clock_offset_seconds BIGINT NOT NULL, 
	sandbox BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_installation PRIMARY KEY (id)
);
INSERT INTO "installation" VALUES(1,'Văn phòng Đảng ủy',214684,1,'2026-11-22 13:31:53.972085');
CREATE TABLE invitations (
	id INTEGER NOT NULL, 
	code_hash TEXT NOT NULL, 
	member_id INTEGER NOT NULL, 
	made_by INTEGER, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	revoked_at DATETIME, 
	CONSTRAINT pk_invitations PRIMARY KEY (id), 
	CONSTRAINT fk_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_invitations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT uq_invitations_code_hash UNIQUE (code_hash)
);
CREATE TABLE invitees (
	id INTEGER NOT NULL, 
	session_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	answer VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	because TEXT NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_invitees PRIMARY KEY (id), 
	CONSTRAINT fk_invitees_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitees_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT fk_invitees_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_invitees_session_id_member_id UNIQUE (session_id, member_id)
);
INSERT INTO "invitees" VALUES(1,1,8,3,'no',5,'','2026-11-23 07:00:00.358613');
INSERT INTO "invitees" VALUES(2,1,6,3,'yes',5,'','2026-11-23 07:00:00.331809');
INSERT INTO "invitees" VALUES(3,1,5,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(4,1,7,3,'none',0,'',NULL);
CREATE TABLE knock_outcomes (
	id INTEGER NOT NULL, 
	knock_id INTEGER NOT NULL, 
	step VARCHAR(60) NOT NULL, 
	outcome TEXT NOT NULL, 
	CONSTRAINT pk_knock_outcomes PRIMARY KEY (id), 
	CONSTRAINT fk_knock_outcomes_knock_id FOREIGN KEY(knock_id) REFERENCES inbox (id), 
	CONSTRAINT uq_knock_outcomes_knock_id_step UNIQUE (knock_id, step)
);
CREATE TABLE members (
	id INTEGER NOT NULL, 
	full_name TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	address_form VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	position TEXT NOT NULL, 
	unit_id INTEGER NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	on_paper BOOLEAN NOT NULL, 
	CONSTRAINT pk_members PRIMARY KEY (id), 
	CONSTRAINT fk_members_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "members" VALUES(1,'Hà Văn Thuận','45314622370053120001482137000','comrade','official','Bí thư Đảng ủy',2,'2026-11-22 13:31:53.991955',NULL,0);
INSERT INTO "members" VALUES(2,'Lê Thu Minh','363237310003528000453146000','comrade','official','Phó Bí thư Thường trực Đảng ủy',2,'2026-11-22 13:31:53.994349',NULL,0);
INSERT INTO "members" VALUES(3,'Trần Thị Lan','35203700045432237001453132005','comrade','official','Văn thư',2,'2026-11-22 13:31:54.002693',NULL,0);
INSERT INTO "members" VALUES(4,'Phạm Quốc Dũng','254637300034131203600542463924004','comrade','official','Chánh Văn phòng',2,'2026-11-22 13:31:54.003524',NULL,0);
INSERT INTO "members" VALUES(5,'Vũ Đình Khôi','34313932000484600326323731001','comrade','official','Bí thư Chi bộ 1',3,'2026-11-22 13:31:54.004063',NULL,0);
INSERT INTO "members" VALUES(6,'Nguyễn Thanh Bình','233237310013730465128370034531203731000','comrade','official','Chuyên viên',3,'2026-11-22 13:31:54.004576',NULL,0);
INSERT INTO "members" VALUES(7,'Đỗ Thị Mai','3620320002639003453132005','comrade','official','Chuyên viên',3,'2026-11-22 13:31:54.004871',NULL,0);
INSERT INTO "members" VALUES(8,'Bùi Hoàng An','20370002346320013138203730001','comrade','probationary','Chuyên viên',3,'2026-11-22 13:31:54.005173',NULL,0);
INSERT INTO "members" VALUES(9,'Hoàng Kim Sơn','4440370003138203730001343236000','comrade','official','Bí thư Chi bộ 2',4,'2026-11-22 13:31:54.012277',NULL,0);
INSERT INTO "members" VALUES(10,'Đặng Hải Yến','51283700426213730005312032002','comrade','official','Phó Bí thư Chi bộ 2',4,'2026-11-22 13:31:54.013202',NULL,0);
INSERT INTO "members" VALUES(11,'Lý Ngọc Thu','453146000355100437303824005','comrade','official','Kế toán',4,'2026-11-22 13:31:54.013760',NULL,0);
INSERT INTO "members" VALUES(12,'Phan Văn Tâm','45223600041312037000482137000','comrade','official','Cán bộ hưu trí',4,'2026-11-22 13:31:54.014063',NULL,0);
INSERT INTO "members" VALUES(13,'Vũ Thị Hòa','3138200014846003453132005','comrade','official','Bí thư Chi bộ 3',5,'2026-11-22 13:31:54.014362',NULL,0);
INSERT INTO "members" VALUES(14,'Cao Bích Ngọc','3730382400524203800023322431004','sister','union','Nhân viên văn thư',5,'2026-11-22 13:31:54.015234',NULL,0);
INSERT INTO "members" VALUES(15,'Mai Hồng Phúc','4131462400436203200031393730001','brother','union','Lái xe',5,'2026-11-22 13:31:54.015612',NULL,0);
CREATE TABLE obligations (
	id INTEGER NOT NULL, 
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
	reminded_at DATETIME, 
	CONSTRAINT pk_obligations PRIMARY KEY (id), 
	CONSTRAINT fk_obligations_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_obligations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_obligations_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_obligations_recorded_by FOREIGN KEY(recorded_by) REFERENCES members (id), 
	CONSTRAINT fk_obligations_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_obligations_publication_id_member_id UNIQUE (publication_id, member_id)
);
INSERT INTO "obligations" VALUES(1,1,1,2,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.431734',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(2,1,2,2,'published','exempt','người ban hành',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(3,1,3,2,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(4,1,4,2,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(5,1,5,3,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.496419',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(6,1,6,3,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(7,1,7,3,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(8,1,8,3,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.562495',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(9,1,9,4,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.639925',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(10,1,10,4,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.699834',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(11,1,11,4,'published','question','',1,'2026-11-23 01:00:00.924916','2026-11-23 02:30:00.910425',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(12,1,12,4,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(13,1,13,5,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(14,1,14,5,'published','acknowledged','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:40:00.778549',NULL,NULL,'','',NULL,0,NULL);
INSERT INTO "obligations" VALUES(15,1,15,5,'published','expected','',1,'2026-11-23 01:00:00.924916','2026-11-23 01:00:00.924916',NULL,NULL,'','',NULL,0,NULL);
CREATE TABLE openings (
	id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	address_id INTEGER, 
	through TEXT NOT NULL, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT pk_openings PRIMARY KEY (id), 
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
CREATE TABLE publications (
	id INTEGER NOT NULL, 
	draft_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version BIGINT NOT NULL, 
	audience JSON NOT NULL, 
	asks_acknowledgement BOOLEAN NOT NULL, 
	due_at DATETIME, 
	published_at DATETIME NOT NULL, 
	created_by INTEGER, 
	approved_by INTEGER, 
	CONSTRAINT pk_publications PRIMARY KEY (id), 
	CONSTRAINT fk_publications_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT uq_publications_draft_id UNIQUE (draft_id)
);
INSERT INTO "publications" VALUES(1,1,'in_force',1,'{"kind": "everyone", "subject": 0}',1,'2026-12-01 10:00:00.000000','2026-11-23 01:00:00.922126',3,2);
CREATE TABLE questions (
	id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	question TEXT NOT NULL, 
	asked_at DATETIME NOT NULL, 
	answer TEXT NOT NULL, 
	answered_by INTEGER, 
	answered_at DATETIME, 
	CONSTRAINT pk_questions PRIMARY KEY (id), 
	CONSTRAINT fk_questions_answered_by FOREIGN KEY(answered_by) REFERENCES members (id), 
	CONSTRAINT fk_questions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_questions_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_questions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "questions" VALUES(1,1,11,4,'waiting','Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?','2026-11-23 02:30:00.909410','',NULL,NULL);
CREATE TABLE rates (
	connection_id INTEGER NOT NULL, 
	tat BIGINT NOT NULL, 
	reply_tat BIGINT NOT NULL, 
	CONSTRAINT pk_rates PRIMARY KEY (connection_id), 
	CONSTRAINT fk_rates_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
INSERT INTO "rates" VALUES(1,1795354316479682,0);
CREATE TABLE role_grants (
	id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	CONSTRAINT pk_role_grants PRIMARY KEY (id), 
	CONSTRAINT fk_role_grants_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_role_grants_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "role_grants" VALUES(1,1,'committee_leader',1,'2026-11-22 13:31:53.993631',NULL);
INSERT INTO "role_grants" VALUES(2,2,'approver',1,'2026-11-22 13:31:53.994687',NULL);
INSERT INTO "role_grants" VALUES(3,2,'committee_leader',1,'2026-11-22 13:31:54.002345',NULL);
INSERT INTO "role_grants" VALUES(4,3,'clerk',1,'2026-11-22 13:31:54.003234',NULL);
INSERT INTO "role_grants" VALUES(5,4,'admin',1,'2026-11-22 13:31:54.003826',NULL);
INSERT INTO "role_grants" VALUES(6,5,'secretary',3,'2026-11-22 13:31:54.004344',NULL);
INSERT INTO "role_grants" VALUES(7,9,'secretary',4,'2026-11-22 13:31:54.012901',NULL);
INSERT INTO "role_grants" VALUES(8,10,'deputy_secretary',4,'2026-11-22 13:31:54.013519',NULL);
INSERT INTO "role_grants" VALUES(9,13,'secretary',5,'2026-11-22 13:31:54.014644',NULL);
CREATE TABLE study_sessions (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_study_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_study_sessions_chair_id FOREIGN KEY(chair_id) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "study_sessions" VALUES(1,3,'announced',5,'Sinh hoạt chuyên đề: Nói đi đôi với làm','2026-11-26 07:00:00.000000','2026-11-26 08:30:00.000000','Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh',5,5,'2026-11-23 07:00:00.106740','2026-11-23 07:00:00.187299');
CREATE TABLE subscriptions (
	id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	topic_id INTEGER NOT NULL, 
	subscribed BOOLEAN NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_subscriptions PRIMARY KEY (id), 
	CONSTRAINT fk_subscriptions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_subscriptions_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT uq_subscriptions_member_id_topic_id UNIQUE (member_id, topic_id)
);
CREATE TABLE topics (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	mandatory BOOLEAN NOT NULL, 
	on_by_default BOOLEAN NOT NULL, 
	locked_because TEXT NOT NULL, 
	CONSTRAINT pk_topics PRIMARY KEY (id), 
	CONSTRAINT uq_topics_name UNIQUE (name)
);
INSERT INTO "topics" VALUES(1,'Văn bản chỉ đạo',1,1,1,'Đảng ủy quy định: văn bản chỉ đạo phải đến từng người.');
INSERT INTO "topics" VALUES(2,'Kết quả hội nghị',2,0,1,'');
INSERT INTO "topics" VALUES(3,'Học tập chuyên đề',3,0,0,'');
INSERT INTO "topics" VALUES(4,'Công tác công đoàn',4,0,0,'');
CREATE TABLE units (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	parent_id INTEGER, 
	position BIGINT NOT NULL, 
	opened_on DATE NOT NULL, 
	closed_on DATE, 
	CONSTRAINT pk_units PRIMARY KEY (id), 
	CONSTRAINT fk_units_parent_id FOREIGN KEY(parent_id) REFERENCES units (id)
);
INSERT INTO "units" VALUES(1,'federation','Liên đoàn Lao động tỉnh','LĐLĐ tỉnh',NULL,1,'2026-11-22',NULL);
INSERT INTO "units" VALUES(2,'committee','Đảng ủy LĐLĐ tỉnh','Đảng ủy',1,1,'2026-11-22',NULL);
INSERT INTO "units" VALUES(3,'branch','Chi bộ 1','Chi bộ 1',2,1,'2026-11-22',NULL);
INSERT INTO "units" VALUES(4,'branch','Chi bộ 2','Chi bộ 2',2,2,'2026-11-22',NULL);
INSERT INTO "units" VALUES(5,'branch','Chi bộ 3','Chi bộ 3',2,3,'2026-11-22',NULL);
CREATE TABLE versions (
	id INTEGER NOT NULL, 
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
	CONSTRAINT pk_versions PRIMARY KEY (id), 
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

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','2026-11-23 01:00:00.922126');
CREATE TABLE web_messages (
	id INTEGER NOT NULL, 
	address_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	from_member BOOLEAN NOT NULL, 
	once_key VARCHAR(120), 
	created_at DATETIME NOT NULL, 
	edited_at DATETIME, 
	CONSTRAINT pk_web_messages PRIMARY KEY (id), 
	CONSTRAINT fk_web_messages_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_web_messages_once_key UNIQUE (once_key)
);
INSERT INTO "web_messages" VALUES(1,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Người soạn: đồng chí Lan","block":"line"},{"text":"Gửi cho: Toàn Đảng bộ","block":"line"},{"text":"15 người, gửi tin được cho 14 người","block":"line"},{"text":"Phạm vi: công khai (gửi cả ý chính và toàn văn)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Từng đồng chí cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"AZY8AAAAAQAAAAUAB6z1e-1T5Sus5UKJGc8a"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"AZY9AAAAAQAAAAUAB6z1stdorUnTHFAzzhv7"}],[{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"AZY-AAAAAQAAAAUAB6z1iRcbq3NwvIcD6YUm"},{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"AZY2AAAAAQAAAAAAB6z1BXMxkcExXkiXRNAn"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r5:m2:approval','2026-11-23 01:00:00.991542',NULL);
INSERT INTO "web_messages" VALUES(2,3,'{"blocks":[{"text":"Đã phát hành: Số 11-KH/ĐU.","block":"line"},{"rows":[[{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"AZYoAAAAAQAAAAAAB6z1cP0a8lhlalsKqpft"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r6:news','2026-11-23 01:00:01.026926',NULL);
INSERT INTO "web_messages" VALUES(3,1,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Thuận cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1kNNbvOA0S_54Xftx"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1MbBJiyfpDIjHu1Ki"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1ZNjO-99iLuvUyqNY"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m1:card','2026-11-23 01:00:01.028664',NULL);
INSERT INTO "web_messages" VALUES(4,4,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Dũng cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1mcfD4ZUeLtA9hi_T"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1df4FCUfHh5LOKs9h"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1IpARVb5EoHZBveVB"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m4:card','2026-11-23 01:00:01.029993',NULL);
INSERT INTO "web_messages" VALUES(5,3,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Lan cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1Coy151_wq_I0NbOb"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1rhzR8s7yFc8QKu08"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1oWSqMQ7SBCtua4mQ"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m3:card','2026-11-23 01:00:01.067355',NULL);
INSERT INTO "web_messages" VALUES(6,5,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Khôi cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1Zy3ffaVGoyXnfJtv"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1hqe4JSGvMe9OtKEH"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1sch3Wh8FfgU_E7YY"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m5:card','2026-11-23 01:00:01.068363',NULL);
INSERT INTO "web_messages" VALUES(7,6,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Bình cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1CzlGWgidhjpw_o2s"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z18HXiPQLdvgb2WAMZ"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1Xg5RJ7cQyh3a2Df2"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m6:card','2026-11-23 01:00:01.071387',NULL);
INSERT INTO "web_messages" VALUES(8,7,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Mai cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1Kii-ARMJe2QXhdr8"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1gz6Gv3-c2gs84WTm"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1orso6_w_eMk60zV2"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m7:card','2026-11-23 01:00:01.103630',NULL);
INSERT INTO "web_messages" VALUES(9,8,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí An cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1AjpJ-sk7WgENf6vR"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1kPvAq_BvaHX7jW6l"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1NpJtMvwXLADc1GDV"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m8:card','2026-11-23 01:00:01.148262',NULL);
INSERT INTO "web_messages" VALUES(10,9,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Sơn cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1AO3SzKs1hBOzyDwK"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z121MeeXUvZZ_vTdYz"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1Pf1cmLh5dmXUaSw1"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m9:card','2026-11-23 01:00:01.183548',NULL);
INSERT INTO "web_messages" VALUES(11,10,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Yến cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1-sBEqg-EDSIn3H4n"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1tcxYrhJ5sqAqCplA"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z16TBso-TBCazsrMSD"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m10:card','2026-11-23 01:00:01.185260',NULL);
INSERT INTO "web_messages" VALUES(12,11,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Thu cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1gHfT_KS58Uk2qBTZ"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1L6AKsp3MLdJph1Ih"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1_O33s1qbY8UY007y"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m11:card','2026-11-23 01:00:01.187683',NULL);
INSERT INTO "web_messages" VALUES(13,12,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Đồng chí Hòa cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1qOiXYZtq9_CEscwH"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1iw0SnVFXSHfKyYbh"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1Nhp6txZ8dg1i8DWW"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m13:card','2026-11-23 01:00:01.251740',NULL);
INSERT INTO "web_messages" VALUES(14,13,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Chị Ngọc cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1C-0DOV-ndIOC4XUQ"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z1AnbnZ-rNn3Df5bCi"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1iYjiVPtSAFJEHd7v"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m14:card','2026-11-23 01:00:01.255813',NULL);
INSERT INTO "web_messages" VALUES(15,14,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Ba, 01/12/2026","block":"line"},{"text":"","block":"line"},{"text":"Anh Phúc cần làm:","block":"line"},{"text":"1. Đọc kế hoạch, đăng ký một việc làm cụ thể","block":"line"},{"text":"2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"line"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"AZYCAAAAAQAAAAAAB6z1wFUm8LQnyGRtv-6A"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"AZYEAAAAAQAAAAAAB6z17d6br_XeanBO3EvD"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"AZYDAAAAAQAAAAAAB6z1Bci15ytGdOBPB-bF"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m15:card','2026-11-23 01:00:01.263637',NULL);
INSERT INTO "web_messages" VALUES(16,1,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z14YJVInJYHhVe9sHO"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AZYWAAAAAQAAAAAAB6z1r5BXrwpT6yNQFEJO"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AZYgAAAAAQAAAAAAB6z1OX3Jk7QQvJwf3xD-"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z1diEE1fmcjHcnnWoG"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m1:progress','2026-11-23 01:00:01.315908','2026-11-23 02:30:01.017765');
INSERT INTO "web_messages" VALUES(17,2,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z1kQp7Nh5oRn_3hhTs"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AZYWAAAAAQAAAAAAB6z1L9BvQkaaHm2bqLIz"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AZYgAAAAAQAAAAAAB6z1o57J03MD-xJG2nCC"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z16yASmRgVY-MABk1T"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m2:progress','2026-11-23 01:00:01.347801','2026-11-23 02:30:01.063851');
INSERT INTO "web_messages" VALUES(18,3,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z1iXjFrnae3PR2Axm_"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"AZYWAAAAAQAAAAAAB6z1D-nFSH1_S-0_O1Eu"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AZYgAAAAAQAAAAAAB6z1paff1uQgQEhI3nAg"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z1X2fycMD5jCMTcvoV"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m3:progress','2026-11-23 01:00:01.366145','2026-11-23 02:30:01.065005');
INSERT INTO "web_messages" VALUES(19,5,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z1HUM2U7Fx-yZGpKRU"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AZYWAAAAAQAAAAAAB6z1fwmAxU7bXCHyyQ_T"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z10RG_5jM2xjI5h6er"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m5:progress','2026-11-23 01:00:01.367567','2026-11-23 01:40:00.813273');
INSERT INTO "web_messages" VALUES(20,9,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z1c5ZPqrLvtsCCZwSx"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AZYgAAAAAQAAAAAAB6z1ATNuirsbPZnUXtm3"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z1TlikfcQm0iEWhORD"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m9:progress','2026-11-23 01:00:01.368760','2026-11-23 02:30:01.075620');
INSERT INTO "web_messages" VALUES(21,10,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z1izlfbjAD-kphuLOl"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"AZYgAAAAAQAAAAAAB6z1hqwgnXCxeTEsrJ1F"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z1tUSO0mlhZL6dRxPj"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m10:progress','2026-11-23 01:00:01.375964','2026-11-23 02:30:01.076901');
INSERT INTO "web_messages" VALUES(22,12,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Hai, 23/11 · hạn 17:00 thứ Ba, 01/12","block":"line"},{"text":"Đã xác nhận 1/3 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"AZYVAAAAAQAAAAAAB6z18JaMGKBXQJMDtKDy"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"AZYWAAAAAQAAAAAAB6z1JiUt4mCljUmTKeLv"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"AZYkAAAAAQAAAAAAB6z1bTS5js9sruvpScuB"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m13:progress','2026-11-23 01:00:01.376985','2026-11-23 01:40:00.854305');
INSERT INTO "web_messages" VALUES(23,9,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 23/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AZYXAAAAAQAAAAAAB6z1j31y5sloqBqCczfS"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AZYBAAAAAQAAAAAAB6z1CeDmaHVn8BXBmCmU"}]],"block":"buttons"}],"protected":false}',0,'question:1:m9','2026-11-23 02:30:01.014245',NULL);
INSERT INTO "web_messages" VALUES(24,10,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 23/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"AZYXAAAAAQAAAAAAB6z1eETmgfKr8Y_5nAk0"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"AZYBAAAAAQAAAAAAB6z1VU77_zjnCdCKnVqa"}]],"block":"buttons"}],"protected":false}',0,'question:1:m10','2026-11-23 02:30:01.016616',NULL);
INSERT INTO "web_messages" VALUES(25,8,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí An dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1NMpN0w4ZVSi6sNXr"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1Djw9JuKYve9kel7i"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1kKnWRxNAaq8QEdY_"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m8:invite','2026-11-23 07:00:00.277797',NULL);
INSERT INTO "web_messages" VALUES(26,6,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Bình dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1484ZZQCniJY7xCbf"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1FuzyqbGeTulLvbY8"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1ANzLr8aBhzYHxhlD"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:invite','2026-11-23 07:00:00.282164',NULL);
INSERT INTO "web_messages" VALUES(27,5,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Khôi dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1ZAyCMBVnON9bJhcw"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1d_JCg7P-l37jP453"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1WwDk6yTPEJHjcF8i"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:invite','2026-11-23 07:00:00.284530',NULL);
INSERT INTO "web_messages" VALUES(28,7,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Mai dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1U87V7Q2AZWlkrLyw"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1MTKs5AeCJhOY_RAY"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1tmKbD91GCJY9zWVG"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:invite','2026-11-23 07:00:00.298479',NULL);
INSERT INTO "web_messages" VALUES(29,6,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Bình đã nhận lời dự buổi sinh hoạt ngày mai.","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1FuzyqbGeTulLvbY8"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1ANzLr8aBhzYHxhlD"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:d-1','2026-11-25 01:10:00.533270',NULL);
INSERT INTO "web_messages" VALUES(30,5,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Khôi chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1ZAyCMBVnON9bJhcw"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1d_JCg7P-l37jP453"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1WwDk6yTPEJHjcF8i"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:d-1','2026-11-25 01:10:00.535418',NULL);
INSERT INTO "web_messages" VALUES(31,7,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Mai chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Năm, 26/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"AZYIAAAAAQAAAAUAB6z1U87V7Q2AZWlkrLyw"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"AZYJAAAAAQAAAAUAB6z1MTKs5AeCJhOY_RAY"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"AZYKAAAAAQAAAAUAB6z1tmKbD91GCJY9zWVG"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:d-1','2026-11-25 01:10:00.537769',NULL);
CREATE INDEX ix_history_publication_id ON history (publication_id);
CREATE INDEX ix_history_thing_thing_id ON history (thing, thing_id);
CREATE INDEX ix_units_parent_id ON units (parent_id);
CREATE INDEX ix_inbox_state_connection_id_conversation ON inbox (state, connection_id, conversation);
CREATE INDEX ix_members_unit_id ON members (unit_id);
CREATE INDEX ix_addresses_member_id ON addresses (member_id);
CREATE INDEX ix_drafts_state_publish_at ON drafts (state, publish_at);
CREATE INDEX ix_role_grants_member_id ON role_grants (member_id);
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
CREATE INDEX ix_questions_publication_id ON questions (publication_id);
CREATE INDEX ix_questions_state_unit_id ON questions (state, unit_id);
CREATE INDEX ix_versions_number_key ON versions (number_key);
COMMIT;
