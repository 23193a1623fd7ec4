using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Names of companies, in a database of their own.</summary>
public sealed class ContactsDb(DbContextOptions<ContactsDb> options) : DbContext(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Contact>(contact =>
        {
            contact.ToTable("contacts").HasKey(row => row.UnitId);
            contact.Property(row => row.UnitId).HasColumnName("unit_id");
            contact.Property(row => row.Name).HasColumnName("name");
            contact.Property(row => row.Address).HasColumnName("address").HasDefaultValue("");
        });
}
