using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Trials;

/// <summary>Makes a demonstration larger by copying its made-up companies with their answers, receipts and scores under new names:
/// what a survey of that size would have stored, without the hours of answering it.</summary>
internal static class GrownFolder
{
    /// <summary>One more of each; <c>$copy</c> is its number, from 1.</summary>
    private static readonly string[] _copy =
    [
        """
            insert into units (land, study, unit_id, stratum, persons, place)
              select land, study, unit_id || '-' || $copy, stratum, persons, place + $copy * 10000000 from units where place < 10000000
            """,
        """
            insert into responses (land, id, study, unit_id, status, revision, answers, changes, questionnaire_id, questionnaire_version,
                questionnaire_hash, confirmations)
              select r.land, unhex(substr(hex(r.id), 1, 24) || printf('%08X', $copy)), r.study, r.unit_id || '-' || $copy, r.status,
                r.revision, r.answers, r.changes, r.questionnaire_id, r.questionnaire_version, r.questionnaire_hash, r.confirmations
              from responses r join units u on u.land = r.land and u.study = r.study and u.unit_id = r.unit_id where u.place < 10000000
            """,
        """
            insert into submissions (land, study, sequence, response, idempotency_key, receipt_number, receipt_hash, submitted_at, cell,
                confirmations, kept)
              select s.land, s.study, s.sequence + $copy * o.count, unhex(substr(hex(s.response), 1, 24) || printf('%08X', $copy)),
                s.idempotency_key, s.receipt_number || '-' || $copy, s.receipt_hash, s.submitted_at, s.cell, s.confirmations, s.kept
              from submissions s join original o on o.land = s.land and o.study = s.study where s.sequence <= o.count
            """,
        """
            insert into scores (land, study, sequence, index_model, "values", model_hash)
              select s.land, s.study, s.sequence + $copy * o.count, s.index_model, s."values", s.model_hash
              from scores s join original o on o.land = s.land and o.study = s.study where s.sequence <= o.count
            """,
        """
            update counters
              set value = (select count * ($copy + 1) from original o where o.land = counters.land and o.study = counters.study)
            """,
        "update strata set sampled = sampled + (select sampled from first_strata f where f.study = strata.study and f.cell = strata.cell)",
    ];

    /// <returns>How many submitted responses there are now.</returns>
    public static long Grow(string data, int responses, Action<int, int> progress)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(data, "maturity.db")};Pooling=False");
        db.Open();
        Execute(db, "pragma synchronous = off");
        Execute(db, "create temp table original as select land, study, count(*) count from submissions group by land, study");
        Execute(db, "create temp table first_strata as select study, cell, sampled from strata");
        var before = Number(db, "select count(*) from submissions");
        var copies = (int)Math.Max(0, (responses - before) / before);
        for (var copy = 1; copy <= copies; copy++)
        {
            using var step = db.BeginTransaction();
            foreach (var statement in _copy)
            {
                Execute(db, statement.Replace("$copy", copy.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            }

            step.Commit();
            progress(copy, copies);
        }

        // No more respondents than companies in any part of the population.
        Execute(db, "update strata set population = max(population, sampled)");
        Execute(db, "pragma wal_checkpoint(truncate)");
        return Number(db, "select count(*) from submissions");
    }

    private static void Execute(SqliteConnection db, string statement)
    {
        using var command = db.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Written above; the number of the copy is all that varies.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection db, string query)
    {
        using var command = db.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100
        command.CommandText = query;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
